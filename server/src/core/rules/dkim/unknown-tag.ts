import { isKeyRecord } from "../../model/dkimKeys.ts";
import { unknownTag } from "../../model/policyFaults.ts";
import { beginsWithJunk } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { DKIM_TAGS } from "../../syntax/dkim.ts";

/** Allowed, and read by nobody. */
export default defineRule({
  code: "dkim/unknown-tag",
  target: "dkim",
  severity: "hint",
  fixable: "suggestion",
  summary: "A tag that DKIM does not know is ignored.",
  docs: {
    why: "Verifiers skip tags they do not know, so a misspelt one has no effect. A frequent cause is a line end pasted as \
text: the `n` of `\\n` becomes the first letter of the name (`nk=rsa`).",
    bad: 's1._domainkey.example.com. IN TXT "v=DKIM1; nk=rsa; p="',
    good: 's1._domainkey.example.com. IN TXT "v=DKIM1; k=rsa; p="',
  },
  references: ["RFC 6376 §3.2"],
  messages: {
    meant: "Verifiers ignore the tag `{name}`, which DKIM does not know. Write `{meant}`.",
    unknown: "Verifiers ignore the tag `{name}`, which DKIM does not know. Remove it.",
  },
  titles: { rename: "Write `{meant}`", remove: "Remove `{name}`" },
  *check(target) {
    const { root } = target;
    if (!isKeyRecord(target) || !root.hasKnownTag || beginsWithJunk(target)) return;
    for (const tag of root.tags) {
      const { name } = tag;
      if (DKIM_TAGS.includes(name) || tag === root.version.tag || !/^\w+$/.test(name)) continue;
      const guess = meantBy(name);
      const meant = root.tags.some((it) => it.name === guess) ? undefined : guess;
      yield unknownTag(target, tag, meant);
    }
  },
});

/** A known tag behind a pasted `\n`, or in capitals. */
function meantBy(name: string): string | undefined {
  const lower = name.toLowerCase();
  return [lower, lower.replace(/^n/, "")].find((it) => DKIM_TAGS.includes(it));
}
