import { specialKindOf } from "../../facts/specialNetworks.ts";
import { isExampleZone } from "../../model/exampleZone.ts";
import { isServedLocally } from "../../model/servedLocally.ts";
import { mechanismsOf } from "../../model/spfPolicy.ts";
import { defineRule } from "../../rule.ts";

const MESSAGES = {
  private: "`{text}` is a private address, which no receiver sees. Write the public address of the host.",
  loopback: "`{text}` is a loopback address, which no receiver sees. Write the public address of the host.",
  linkLocal: "`{text}` is a link-local address, which no receiver sees. Write the public address of the host.",
  documentation: "`{text}` is a documentation address, which no receiver sees. Write the public address of the host.",
  shared: "`{text}` is a carrier's shared address, which no receiver sees. Write the public address of the host.",
} as const;

export default defineRule({
  code: "spf/private-network",
  target: "spf",
  severity: "warning",
  fixable: false,
  summary: "An address that no receiver on the Internet ever sees.",
  docs: {
    why: "Receivers compare the public address that connects to them. Private, loopback and documentation addresses never match; the mail comes from another address, which fails.",
    bad: 'example.com. IN TXT "v=spf1 ip4:192.168.1.10 -all"',
    good: 'example.com. IN TXT "v=spf1 a:mail.example.com -all"',
  },
  references: ["RFC 7208 §5.6", "RFC 6890 §2.2"],
  messages: MESSAGES,
  *check(policy) {
    for (const { network, valueAt } of mechanismsOf(policy)) {
      const kind = network && specialKindOf(network);
      if (kind === undefined || valueAt === undefined) continue;
      if (kind === "documentation" ? isExampleZone(policy.zone) : isServedLocally(policy.zone)) continue;
      yield { message: kind, data: { text: valueAt.text }, span: policy.text.spanOf(valueAt.span) };
    }
  },
});
