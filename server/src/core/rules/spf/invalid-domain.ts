import { faultsOf, messageFor, type SpfPolicy } from "../../model/spfPolicy.ts";
import { defineRule, type Fix, replace } from "../../rule.ts";
import { parseIp4, parseIp6 } from "../../syntax/spfAddress.ts";
import type { Span } from "../../text/span.ts";

const MESSAGES = {
  address: "An address stands where a domain belongs, so the record fails. Write `ip4:` or `ip6:` before it.",
  url: "`{text}` is a URL, no domain, so receivers find nothing there. Write the host name alone.",
  at: "`{text}` is a mail address, so receivers find nothing there. Write the domain: `{meant}`.",
  port: "`{text}` has a port, and SPF knows none: receivers reject the record. Write `{meant}`.",
  single: "`{text}` is a single label, so receivers reject the record. Write the whole name: `mail.example.com`.",
  emptyLabel: "`{text}` has two dots with nothing between them, so nobody can look it up. Remove one.",
  longLabel: "`{text}` has a label of more than 63 characters, so nobody can look it up. Shorten it.",
  longName: "`{text}` is longer than the 253 characters of a name, so nobody can look it up. Shorten it.",
  wrong: "`{text}` does not end like a domain, so receivers reject the whole record. Write the whole name.",
} as const;

export default defineRule({
  code: "spf/invalid-domain",
  target: "spf",
  severity: "error",
  fixable: "suggestion",
  summary: "The domain of a term is none that receivers can look up.",
  docs: {
    why: "Receivers look up the name as it stands. An address, a URL or a single label is no name in DNS: the term is an error, or never matches anything.",
    bad: 'example.com. IN TXT "v=spf1 include:https://spf.example.net -all"',
    good: 'example.com. IN TXT "v=spf1 include:spf.example.net -all"',
  },
  references: ["RFC 7208 §7.1", "RFC 7208 §4.8"],
  messages: MESSAGES,
  titles: { write: "Write `{meant}`" },
  *check(policy) {
    for (const fault of faultsOf(policy, "spf/invalid-domain")) {
      const message = messageFor(MESSAGES, fault.reason, "wrong");
      const at = policy.text.spanOf(fault.span);
      const fix = fault.reason === "address" ? byAddress(policy, fault.span) : undefined;
      yield { message, data: { text: fault.detail, meant: fault.meant ?? "" }, span: at, ...(fix && { fix }) };
    }
  },
});

/** `a:192.0.2.1/24` is `ip4:192.0.2.1/24`, whatever the mechanism: an address can only mean itself. */
function byAddress(policy: SpfPolicy, fault: Span): Fix<"write"> | undefined {
  const { value } = policy.text;
  const term = policy.root.terms.find(({ span: at }) => at.start <= fault.start && fault.end <= at.end);
  const written = term && value.slice(term.span.start, term.span.end);
  const [, sign = "", address = "", prefix = ""] =
    /^([-+~?]?)[a-z0-9]+[:=]([^/]+)(\/{0,2}\d+)?$/i.exec(written ?? "") ?? [];
  const family = parseIp4(address) !== undefined ? 4 : parseIp6(address) !== undefined ? 6 : undefined;
  if (!term || family === undefined) return undefined;
  const meant = `${sign}ip${family}:${address}${prefix.replace("//", "/")}`;
  return replace("suggestion", "write", policy.text.spanOf(term.span), meant, { meant });
}
