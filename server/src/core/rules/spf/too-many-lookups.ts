import { isPublished, type SpfPolicy, treeOf, zoneSource } from "../../model/spfPolicy.ts";
import type { SpfNode } from "../../model/spfTree.ts";
import type { Related } from "../../rule.ts";
import { defineRule } from "../../rule.ts";

const LIMIT = 10;

const MESSAGES = {
  lookups:
    "The record needs {count} DNS lookups, {over} over the limit: receivers give up. Replace `{term}` by `ip4:`.",
  hosts: "`{term}` leads to {count} MX hosts, and receivers give up after 10. List their networks with `ip4:`.",
  part: "{count} of the lookups",
} as const;

/** Counted as a receiver counts: over includes and redirects inside the zone, up to `all`; what is unknown costs one. */
export default defineRule({
  code: "spf/too-many-lookups",
  target: "spf",
  severity: "error",
  fixable: false,
  summary: "More than 10 DNS lookups, which receivers refuse to do.",
  docs: {
    why: "Receivers do at most 10 lookups for one check, those of included records counted too. Beyond that the result is a permanent error: mail fails, or passes by chance, and DMARC has only DKIM left.",
    bad: 'example.com. IN TXT "v=spf1 a mx a:a.example.net a:b.example.net a:c.example.net a:d.example.net a:e.example.net a:f.example.net a:g.example.net a:h.example.net a:i.example.net -all"',
    good: 'example.com. IN TXT "v=spf1 a mx a:a.example.net -all"',
  },
  references: ["RFC 7208 §4.6.4"],
  messages: MESSAGES,
  *check(policy) {
    if (!isPublished(policy)) return;
    const { nodes, lookups } = treeOf(policy);
    let sum = 0;
    const over = nodes.find((node) => {
      sum += node.lookups;
      return sum > LIMIT;
    });
    const related = nodes.filter((it) => it.child && it.lookups > 1).map((it) => partOf(policy, it));
    if (over) {
      const data = { count: lookups, over: lookups - LIMIT, term: over.term.text };
      yield { message: "lookups", data, span: policy.text.spanOf(over.term.span), related };
    }
    for (const { term, problem, name } of nodes) {
      if (problem !== "manyHosts" || name === undefined) continue;
      const count = zoneSource(policy.zone).mailHosts(name)?.length ?? 0;
      yield { message: "hosts", data: { term: term.text, count }, span: policy.text.spanOf(term.span) };
    }
  },
});

function partOf({ text }: SpfPolicy, { term, lookups }: SpfNode): Related<"part"> {
  return { message: "part", data: { count: lookups }, span: text.spanOf(term.span) };
}
