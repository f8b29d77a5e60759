import { mechanismsOf, withoutTerm } from "../../model/spfPolicy.ts";
import { defineRule } from "../../rule.ts";
import type { Mechanism } from "../../syntax/spf.ts";
import { type Network, networkAddress } from "../../syntax/spfAddress.ts";

const MESSAGES = {
  covered: "`{outer}` already covers `{text}`, so it has no effect. Remove it.",
} as const;

export default defineRule({
  code: "spf/redundant-network",
  target: "spf",
  severity: "info",
  fixable: "safe",
  summary: "A network that an earlier one already covers.",
  docs: {
    why: "The first match decides, so the smaller network never has an effect. It only makes the record longer.",
    bad: 'example.com. IN TXT "v=spf1 ip4:192.0.2.0/24 ip4:192.0.2.1 -all"',
    good: 'example.com. IN TXT "v=spf1 ip4:192.0.2.0/24 -all"',
  },
  references: ["RFC 7208 §5.6", "RFC 7208 §4.6.2"],
  messages: MESSAGES,
  titles: {
    remove: "Remove `{text}`",
  },
  *check(policy) {
    let run = new Map<string, Mechanism>();
    let qualifier = "";
    for (const term of mechanismsOf(policy)) {
      if (term.name === "all") return;
      if (term.qualifier !== qualifier) run = new Map();
      qualifier = term.qualifier;
      if (!term.network) continue;
      const outer = coverOf(term.network, run);
      if (outer) {
        const edits = withoutTerm(policy, term);
        const fix = { kind: "safe", title: "remove", data: { text: term.text }, edits } as const;
        const data = { outer: outer.text, text: term.text };
        yield { message: "covered", data, span: policy.text.spanOf(term.span), fix };
      }
      run.set(keyOf(term.network, term.network.prefix), term);
    }
  },
});

/** The nearest larger network; the same one again is `spf/duplicate-term`. At most 128 steps, however many terms. */
function coverOf(network: Network, run: ReadonlyMap<string, Mechanism>): Mechanism | undefined {
  if (run.size === 0) return undefined;
  for (let prefix = network.prefix - 1; prefix >= 0; prefix--) {
    const cover = run.get(keyOf(network, prefix));
    if (cover) return cover;
  }
  return undefined;
}

function keyOf(network: Network, prefix: number): string {
  return `${network.family} ${networkAddress({ ...network, prefix })}/${prefix}`;
}
