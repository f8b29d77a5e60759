import { isPolicy, isWhole } from "../../model/dmarcPolicy.ts";
import { tagInsertion, wholeValue } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { ALL_DMARC_TAGS, isHalfWritten } from "../../syntax/dmarc.ts";
import { misspeltTag, tagOf } from "../../syntax/tagList.ts";

/** `none` where the record asks for reports, and no record at all where it does not. */
export default defineRule({
  code: "dmarc/missing-policy",
  target: "dmarc",
  severity: "error",
  fixable: "suggestion",
  summary: "A DMARC record without `p` asks for nothing, or is void.",
  docs: {
    why: "A record without a policy counts as `p=none` if it names an address for reports; otherwise receivers skip it. Many \
receivers of the old standard skip it in both cases.",
    bad: '_dmarc.example.com. IN TXT "v=DMARC1; sp=reject"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=none; sp=reject"',
  },
  references: ["RFC 9989 §4.7", "RFC 9989 §4.10.1"],
  messages: {
    none: "Without `p` receivers act as on `p=none`, and old ones skip the record. Write the policy.",
    void: "Without `p` and a valid `rua` receivers skip this record. Write the policy.",
  },
  titles: { write: "Write `p=none`" },
  *check(target) {
    const { root, text } = target;
    if (!isPolicy(target) || !isWhole(target) || tagOf(root, "p") !== undefined || isHalfWritten(root, "p")) return;
    const hasReports = root.rua.some((it) => it.fault === undefined);
    const { tag: version } = root.version;
    const edits = [tagInsertion(target, root, "p=none", version)];
    yield {
      message: hasReports ? "none" : "void",
      span: version ? text.spanOf(version.span) : wholeValue(target),
      severity: hasReports ? "warning" : "error",
      // Beside a misspelt `p` another policy would contradict what was meant.
      ...(misspeltTag(root, "p", ALL_DMARC_TAGS) === undefined && {
        fix: { kind: "suggestion", title: "write", edits },
      }),
    };
  },
});
