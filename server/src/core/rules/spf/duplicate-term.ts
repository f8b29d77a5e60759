import { mechanismsOf, withoutTerm } from "../../model/spfPolicy.ts";
import { nameOf } from "../../model/spfTree.ts";
import type { DomainName } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";
import type { Mechanism } from "../../syntax/spf.ts";
import { networkAddress } from "../../syntax/spfAddress.ts";

const MESSAGES = {
  twice: "`{text}` is here already, and the first match decides. Remove the second one.",
} as const;

export default defineRule({
  code: "spf/duplicate-term",
  target: "spf",
  severity: "warning",
  fixable: "safe",
  summary: "The same mechanism twice.",
  docs: {
    why: "The first match decides, so the second copy never has an effect; where it needs DNS, it still counts towards the limit of 10 lookups.",
    bad: 'example.com. IN TXT "v=spf1 mx a mx -all"',
    good: 'example.com. IN TXT "v=spf1 mx a -all"',
  },
  references: ["RFC 7208 §4.6.2"],
  messages: MESSAGES,
  titles: {
    remove: "Remove the second `{text}`",
  },
  *check(policy) {
    let run = new Set<string>();
    let qualifier = "";
    for (const term of mechanismsOf(policy)) {
      if (term.name === "all") return;
      if (term.isBroken) continue;
      if (term.qualifier !== qualifier) run = new Set();
      qualifier = term.qualifier;
      const key = keyOf(term, policy.record.owner);
      if (run.has(key)) {
        const fix = {
          kind: "safe",
          title: "remove",
          data: { text: term.text },
          edits: withoutTerm(policy, term),
        } as const;
        yield { message: "twice", data: { text: term.text }, span: policy.text.spanOf(term.span), fix };
      }
      run.add(key);
    }
  },
});

/** What it matches, however it is written: `a` at example.com is `A:example.com./32`. */
function keyOf({ name, domain, network, prefix, prefix6 }: Mechanism, owner: DomainName): string {
  if (network) return `${network.family} ${networkAddress(network)}/${network.prefix}`;
  const target = domain ? (nameOf(domain, owner) ?? domain.text) : owner;
  return `${name} ${target} ${prefix?.length ?? 32} ${prefix6?.length ?? 128}`;
}
