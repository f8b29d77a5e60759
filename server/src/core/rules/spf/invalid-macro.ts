import { faultsOf, messageFor } from "../../model/spfPolicy.ts";
import { defineRule } from "../../rule.ts";

const MESSAGES = {
  percent:
    "`{text}` begins no macro, so receivers reject the record. Braces follow the `%`; write `%%` for a percent sign.",
  letter: "`{text}` is no macro, so receivers reject the whole record. The letters are s l o d i p v h.",
  explanationOnly: "`{text}` is allowed only in the text behind `exp=`; here receivers reject the record. Remove it.",
  zero: "`{text}` keeps no part at all, so receivers reject the record. Write a number from 1.",
  wrong: "`{text}` is no macro, so receivers reject the record. It is a letter, digits, `r`, then delimiters.",
} as const;

export default defineRule({
  code: "spf/invalid-macro",
  target: "spf",
  severity: "error",
  fixable: false,
  summary: "A macro that the grammar does not know.",
  docs: {
    why: "A receiver that finds one fault in the record stops with a permanent error: no term counts any more, and DMARC has only DKIM left.",
    bad: 'example.com. IN TXT "v=spf1 exists:%(i).example.com -all"',
    good: 'example.com. IN TXT "v=spf1 exists:%{i}.example.com -all"',
  },
  references: ["RFC 7208 §7.1", "RFC 7208 §7.2"],
  messages: MESSAGES,
  *check(policy) {
    for (const fault of faultsOf(policy, "spf/invalid-macro")) {
      const message = messageFor(MESSAGES, fault.reason, "wrong");
      const at = policy.text.spanOf(fault.span);

      yield { message, data: { text: fault.detail }, span: at };
    }
  },
});
