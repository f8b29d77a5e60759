import { faultsOf, messageFor } from "../../model/spfPolicy.ts";
import { defineRule, replace } from "../../rule.ts";

const MESSAGES = {
  family: "`{text}` holds an IPv6 address, so receivers reject the whole record. Write `{meant}`.",
  name: "`ip4` takes an address, no name, so receivers reject the record. Write `a:{text}`.",
  wrong: "`{text}` is no IPv4 address, so receivers reject the whole record. Write four numbers from 0 to 255.",
} as const;

export default defineRule({
  code: "spf/invalid-ip4",
  target: "spf",
  severity: "error",
  fixable: "suggestion",
  summary: "`ip4` without an IPv4 address.",
  docs: {
    why: "A receiver that finds one fault in the record stops with a permanent error: no term counts any more, and DMARC has only DKIM left.",
    bad: 'example.com. IN TXT "v=spf1 ip4:2001:db8::1 -all"',
    good: 'example.com. IN TXT "v=spf1 ip6:2001:db8::1 -all"',
  },
  references: ["RFC 7208 §5.6", "RFC 7208 §12"],
  messages: MESSAGES,
  titles: {
    write: "Write `{meant}`",
  },
  *check(policy) {
    for (const fault of faultsOf(policy, "spf/invalid-ip4")) {
      const at = policy.text.spanOf(fault.span);
      const message = messageFor(MESSAGES, fault.reason, "wrong");
      const { detail: text, meant } = fault;
      const fix = meant !== undefined && replace("suggestion", "write", at, meant, { meant });
      yield { message, data: { text, meant: meant ?? "" }, span: at, ...(fix && { fix }) };
    }
  },
});
