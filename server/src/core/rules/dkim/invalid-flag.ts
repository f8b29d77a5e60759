import { isKeyRecord } from "../../model/dkimKeys.ts";
import { itemRemoval } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { tagOf } from "../../syntax/tagList.ts";

/** Verifiers ignore flags they do not know. */
export default defineRule({
  code: "dkim/invalid-flag",
  target: "dkim",
  severity: "warning",
  fixable: "suggestion",
  summary: "`t` knows two flags, `y` and `s`; others are ignored.",
  docs: {
    why: "`t=y` says that the domain is testing, `t=s` that the key does not count for subdomains. Verifiers skip any other \
flag, so what was meant by it does not happen.",
    bad: 's1._domainkey.example.com. IN TXT "v=DKIM1; t=n; p="',
    good: 's1._domainkey.example.com. IN TXT "v=DKIM1; t=s; p="',
  },
  references: ["RFC 6376 §3.6.1"],
  messages: {
    flag: "Verifiers ignore the flag `{flag}`: there are only `y` (testing) and `s` (no subdomains). Remove it.",
    empty: "`t` names no flag, which breaks the record for strict verifiers. Remove the tag.",
  },
  titles: { remove: "Remove the flag" },
  *check(target) {
    const { root, text } = target;
    const tag = tagOf(root, "t");
    if (tag === undefined || !isKeyRecord(target)) return;
    for (const flag of root.flags) {
      if (flag.text === "y" || flag.text === "s") continue;
      const edits = [itemRemoval(target, root, tag, root.flags, flag)];
      const at = flag.text === "" ? tag.span : flag.span;
      const message = flag.text === "" ? "empty" : "flag";
      const fix = { kind: "suggestion", title: "remove", edits } as const;
      yield { message, data: { flag: flag.text }, span: text.spanOf(at), fix };
    }
  },
});
