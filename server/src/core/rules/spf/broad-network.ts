import { isBroad } from "../../model/broadNetwork.ts";
import { mechanismsOf } from "../../model/spfPolicy.ts";
import { defineRule } from "../../rule.ts";
import { maxPrefix } from "../../syntax/spfAddress.ts";

const MESSAGES = {
  broad: "`{text}` lets {count} addresses send as this domain. List the networks of your own hosts.",
} as const;

export default defineRule({
  code: "spf/broad-network",
  target: "spf",
  severity: "warning",
  fixable: false,
  summary: "A network so large that strangers can send as this domain.",
  docs: {
    why: "A short prefix passes millions of hosts, most of which belong to others. Their mail in your name passes SPF, and with it DMARC.",
    bad: 'example.com. IN TXT "v=spf1 ip4:203.0.0.0/8 -all"',
    good: 'example.com. IN TXT "v=spf1 ip4:203.0.113.0/24 -all"',
  },
  references: ["RFC 7208 §11.4", "RFC 7208 §5.6"],
  messages: MESSAGES,
  *check(policy) {
    for (const mechanism of mechanismsOf(policy)) {
      const { network, text, span: at } = mechanism;
      if (!network || !isBroad(mechanism)) continue;
      const bits = maxPrefix(network.family) - network.prefix;
      const count = bits > 40 ? `2^${bits}` : String(2 ** bits);
      yield { message: "broad", data: { text, count }, span: policy.text.spanOf(at) };
    }
  },
});
