import { faultsOf, messageFor } from "../../model/spfPolicy.ts";
import { defineRule, replace } from "../../rule.ts";

const MESSAGES = {
  family: "`{text}` holds an IPv4 address, so receivers reject the whole record. Write `{meant}`.",
  name: "`ip6` takes an address, no name, so receivers reject the record. Write `a:{text}`.",
  wrong: "`{text}` is no IPv6 address, so receivers reject the record. Write eight groups, or `::` once.",
} as const;

export default defineRule({
  code: "spf/invalid-ip6",
  target: "spf",
  severity: "error",
  fixable: "suggestion",
  summary: "`ip6` without an IPv6 address.",
  docs: {
    why: "A receiver that finds one fault in the record stops with a permanent error: no term counts any more, and DMARC has only DKIM left.",
    bad: 'example.com. IN TXT "v=spf1 ip6:192.0.2.1 -all"',
    good: 'example.com. IN TXT "v=spf1 ip4:192.0.2.1 -all"',
  },
  references: ["RFC 7208 §5.6", "RFC 4291 §2.2"],
  messages: MESSAGES,
  titles: {
    write: "Write `{meant}`",
  },
  *check(policy) {
    for (const fault of faultsOf(policy, "spf/invalid-ip6")) {
      const at = policy.text.spanOf(fault.span);
      const message = messageFor(MESSAGES, fault.reason, "wrong");
      const { detail: text, meant } = fault;
      const fix = meant !== undefined && replace("suggestion", "write", at, meant, { meant });
      yield { message, data: { text, meant: meant ?? "" }, span: at, ...(fix && { fix }) };
    }
  },
});
