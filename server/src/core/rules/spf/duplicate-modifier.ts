import { faultsOf, withoutTerm } from "../../model/spfPolicy.ts";
import { defineRule } from "../../rule.ts";

const MESSAGES = {
  twice: "A second `{text}=` makes receivers reject the whole record. Keep one of them.",
} as const;

export default defineRule({
  code: "spf/duplicate-modifier",
  target: "spf",
  severity: "error",
  fixable: "suggestion",
  summary: "`redirect` or `exp` stands twice.",
  docs: {
    why: "A receiver that finds one fault in the record stops with a permanent error: no term counts any more, and DMARC has only DKIM left.",
    bad: 'example.com. IN TXT "v=spf1 redirect=a.example.net redirect=b.example.net"',
    good: 'example.com. IN TXT "v=spf1 redirect=a.example.net"',
  },
  references: ["RFC 7208 §6"],
  messages: MESSAGES,
  titles: {
    remove: "Remove the second `{text}=`",
  },
  *check(policy) {
    for (const fault of faultsOf(policy, "spf/duplicate-modifier")) {
      const edits = withoutTerm(policy, fault);
      const fix = { kind: "suggestion", title: "remove", data: { text: fault.detail }, edits } as const;
      yield { message: "twice", data: { text: fault.detail }, span: policy.text.spanOf(fault.span), fix };
    }
  },
});
