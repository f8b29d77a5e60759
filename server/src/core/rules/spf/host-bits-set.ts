import { isBroad } from "../../model/broadNetwork.ts";
import { mechanismsOf } from "../../model/spfPolicy.ts";
import { defineRule, replace } from "../../rule.ts";
import { formatAddress, networkAddress } from "../../syntax/spfAddress.ts";
import { span } from "../../text/span.ts";

const MESSAGES = {
  bits: "`{text}` has bits beyond `/{prefix}`; receivers read the network `{network}`. Write that.",
} as const;

export default defineRule({
  code: "spf/host-bits-set",
  target: "spf",
  severity: "warning",
  fixable: "safe",
  summary: "An address with bits beyond its prefix length.",
  docs: {
    why: "Receivers compare only the bits of the prefix, so they read the whole network. Whoever meant one host has listed all of its neighbours.",
    bad: 'example.com. IN TXT "v=spf1 ip4:192.0.2.17/24 -all"',
    good: 'example.com. IN TXT "v=spf1 ip4:192.0.2.0/24 -all"',
  },
  references: ["RFC 7208 §5.6"],
  messages: MESSAGES,
  titles: {
    network: "Write `{network}`",
  },
  *check(policy) {
    for (const mechanism of mechanismsOf(policy)) {
      const { network, valueAt } = mechanism;
      if (!network || !valueAt || networkAddress(network) === network.address) continue;
      if (isBroad(mechanism)) continue; // a slip in the prefix: `spf/broad-network`
      const { family, prefix } = network;
      const text = valueAt.text.slice(0, valueAt.text.indexOf("/"));
      const address = formatAddress(family, networkAddress(network));
      const at = policy.text.spanOf(span(valueAt.span.start, valueAt.span.start + text.length));
      const data = { text, prefix, network: `${address}/${prefix}` };
      yield { message: "bits", data, span: at, fix: replace("safe", "network", at, address, data) };
    }
  },
});
