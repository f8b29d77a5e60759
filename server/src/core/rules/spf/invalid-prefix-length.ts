import { faultsOf, messageFor } from "../../model/spfPolicy.ts";
import { defineRule } from "../../rule.ts";

const MESSAGES = {
  range: "`{text}` is more than an {family} address has bits; receivers reject the record. Write at most `/{max}`.",
  zero: "`{text}` has a leading zero, so receivers reject the whole record. Write the number without it.",
  slashes: "`{text}` has the wrong slashes, so the record fails: `/24` is for IPv4, `//64` for IPv6 of `a` and `mx`.",
  wrong: "`{text}` is no prefix length, so receivers reject the record. Write a number from 0 to {max} after `/`.",
} as const;

export default defineRule({
  code: "spf/invalid-prefix-length",
  target: "spf",
  severity: "error",
  fixable: false,
  summary: "A prefix length that the address family does not have.",
  docs: {
    why: "A receiver that finds one fault in the record stops with a permanent error: no term counts any more, and DMARC has only DKIM left.",
    bad: 'example.com. IN TXT "v=spf1 ip4:192.0.2.0/33 -all"',
    good: 'example.com. IN TXT "v=spf1 ip4:192.0.2.0/24 -all"',
  },
  references: ["RFC 7208 §5.6", "RFC 7208 §12"],
  messages: MESSAGES,
  *check(policy) {
    for (const fault of faultsOf(policy, "spf/invalid-prefix-length")) {
      const message = messageFor(MESSAGES, fault.reason, "wrong");
      const at = policy.text.spanOf(fault.span);

      yield { message, data: { max: 32, family: "IPv4", ...fault.data, text: fault.detail }, span: at };
    }
  },
});
