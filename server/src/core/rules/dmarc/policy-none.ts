import { isPolicy } from "../../model/dmarcPolicy.ts";
import { valueEdit } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { tagOf } from "../../syntax/tagList.ts";

/** Right for the first weeks, and often forgotten. */
export default defineRule({
  code: "dmarc/policy-none",
  target: "dmarc",
  severity: "info",
  fixable: "suggestion",
  summary: "`p=none` only watches: forged mail is delivered.",
  docs: {
    why: "With `p=none` receivers report and do nothing else. That is how one begins; once the reports show that all own mail \
passes, `p=quarantine` and then `p=reject` keep forged mail out.",
    bad: '_dmarc.example.com. IN TXT "v=DMARC1; p=none; rua=mailto:dmarc@example.com"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com"',
  },
  references: ["RFC 9989 §4.7", "RFC 9989 §5.1"],
  messages: { none: "`p=none` only watches, so forged mail arrives. Once reports are clean, write `p=quarantine`." },
  titles: { quarantine: "Write `p=quarantine`" },
  *check(target) {
    const { root, text } = target;
    const tag = tagOf(root, "p");
    if (!isPolicy(target) || tag === undefined || root.p !== "none") return;
    const edits = [valueEdit(target, tag.valueSpan, "quarantine")];
    yield { message: "none", span: text.spanOf(tag.span), fix: { kind: "suggestion", title: "quarantine", edits } };
  },
});
