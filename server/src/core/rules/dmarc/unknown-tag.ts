import { unknownTag } from "../../model/policyFaults.ts";
import { beginsWithJunk } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { ALL_DMARC_TAGS, DMARC_TAGS } from "../../syntax/dmarc.ts";
import { meantTag } from "../../syntax/tagList.ts";

/** Allowed, and read by nobody. Tags that DMARC once had are `dmarc/removed-tag`. */
export default defineRule({
  code: "dmarc/unknown-tag",
  target: "dmarc",
  severity: "info",
  fixable: "suggestion",
  summary: "A tag that DMARC does not know is ignored.",
  docs: {
    why: "Receivers must ignore tags they do not know, so a misspelt one has no effect, and neither has one in capitals: names \
are in lower case.",
    bad: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject; rau=mailto:dmarc@example.com"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.com"',
  },
  references: ["RFC 9989 §4.7"],
  messages: {
    meant: "Receivers ignore the tag `{name}`, which DMARC does not know. Write `{meant}`.",
    unknown: "Receivers ignore the tag `{name}`, which DMARC does not know. Remove it.",
  },
  titles: { rename: "Write `{meant}`", remove: "Remove `{name}`" },
  *check(target) {
    const { root } = target;
    if (!root.isDmarc || beginsWithJunk(target)) return;
    for (const tag of root.tags) {
      const { name } = tag;
      if (ALL_DMARC_TAGS.includes(name) || tag === root.version.tag || !/^\w+$/.test(name)) continue;
      const guess = meantTag(name, DMARC_TAGS);
      const meant = root.tags.some((it) => it.name === guess) ? undefined : guess;
      if (meant === "p" && root.version.state === "right") continue; // dmarc/missing-policy
      yield unknownTag(target, tag, meant);
    }
  },
});
