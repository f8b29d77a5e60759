import { faultsOf, messageFor } from "../../model/spfPolicy.ts";
import { defineRule } from "../../rule.ts";

const MESSAGES = {
  domain: "`{text}` needs a domain, or receivers reject the whole record: `{name}:_spf.example.com`.",
  modifier: "`{text}` needs a domain, or receivers reject the whole record: `{name}=_spf.example.com`.",
  ip4: "`{text}` needs an address, or receivers reject the whole record: `ip4:192.0.2.0/24`.",
  ip6: "`{text}` needs an address, or receivers reject the whole record: `ip6:2001:db8::/32`.",
} as const;

export default defineRule({
  code: "spf/missing-value",
  target: "spf",
  severity: "error",
  fixable: false,
  summary: "A mechanism or modifier stands without the value it needs.",
  docs: {
    why: "A receiver that finds one fault in the record stops with a permanent error: no term counts any more, and DMARC has only DKIM left.",
    bad: 'example.com. IN TXT "v=spf1 include: -all"',
    good: 'example.com. IN TXT "v=spf1 include:_spf.example.net -all"',
  },
  references: ["RFC 7208 §5.2", "RFC 7208 §12"],
  messages: MESSAGES,
  *check(policy) {
    for (const fault of faultsOf(policy, "spf/missing-value")) {
      const message = messageFor(MESSAGES, fault.reason, "domain");
      const at = policy.text.spanOf(fault.span);

      yield { message, data: { text: fault.detail, name: nameIn(fault.detail) }, span: at };
    }
  },
});

function nameIn(term: string): string {
  return term.replace(/^[-+~?]/, "").replace(/[:=/].*$/, "");
}
