import { isKeyRecord } from "../../model/dkimKeys.ts";
import { tagRemoval } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { tagOf } from "../../syntax/tagList.ts";

/** Gone since RFC 6376; verifiers of RFC 4871 still match it. */
export default defineRule({
  code: "dkim/obsolete-granularity",
  target: "dkim",
  severity: "info",
  fixable: "suggestion",
  summary: "`g` is gone from DKIM since 2011.",
  docs: {
    why: "`g` once limited a key to some local parts. It was removed in 2011, and verifiers ignore it, except old ones: for \
them an empty `g=` matches no address at all.",
    bad: 's1._domainkey.example.com. IN TXT "v=DKIM1; g=*; p="',
    good: 's1._domainkey.example.com. IN TXT "v=DKIM1; p="',
  },
  references: ["RFC 6376 §C", "RFC 4871 §3.6.1"],
  messages: { obsolete: "`g` is gone from DKIM and ignored; old verifiers let it limit the key. Remove it." },
  titles: { remove: "Remove the tag `g`" },
  *check(target) {
    const { root, text } = target;
    const tag = tagOf(root, "g");
    if (tag === undefined || !isKeyRecord(target)) return;
    const fix = { kind: "suggestion", title: "remove", edits: [tagRemoval(target, root, tag)] } as const;
    yield { message: "obsolete", span: text.spanOf(tag.span), fix };
  },
});
