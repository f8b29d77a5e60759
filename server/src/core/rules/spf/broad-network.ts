import { specialKindOf } from "../../facts/specialNetworks.ts";
import { PROVIDER_NETWORKS } from "../../facts/spfProviders.ts";
import { isServedLocally } from "../../model/servedLocally.ts";
import { mechanismsOf } from "../../model/spfPolicy.ts";
import { defineRule } from "../../rule.ts";
import { contains, maxPrefix } from "../../syntax/spfAddress.ts";

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
    bad: 'example.com. IN TXT "v=spf1 ip4:10.0.0.0/8 -all"',
    good: 'example.com. IN TXT "v=spf1 ip4:10.1.0.0/16 -all"',
  },
  references: ["RFC 7208 §11.4", "RFC 7208 §5.6"],
  messages: MESSAGES,
  *check(policy) {
    for (const { network, text, span: at, qualifier } of mechanismsOf(policy)) {
      if (!network || qualifier !== "+" || network.prefix >= (network.family === 4 ? 16 : 32)) continue;
      // All of a network of one's own, in the zone that only it asks.
      if (specialKindOf(network) !== undefined && isServedLocally(policy.zone)) continue;
      if (PROVIDER_NETWORKS.some((it) => contains(it, network))) continue;
      const bits = maxPrefix(network.family) - network.prefix;
      const count = bits > 40 ? `2^${bits}` : String(2 ** bits);
      yield { message: "broad", data: { text, count }, span: policy.text.spanOf(at) };
    }
  },
});
