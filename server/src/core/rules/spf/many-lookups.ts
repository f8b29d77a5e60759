import { isPublished, treeOf } from "../../model/spfPolicy.ts";
import { defineRule } from "../../rule.ts";

const MESSAGES = {
  many: "The record needs {count} of the 10 DNS lookups that receivers do. Replace some terms by `ip4:` or `ip6:`.",
} as const;

export default defineRule({
  code: "spf/many-lookups",
  target: "spf",
  severity: "info",
  fixable: false,
  summary: "9 or 10 of the 10 DNS lookups that receivers do are used up.",
  docs: {
    why: "Receivers stop after 10 lookups. A provider that adds one include to its own record then breaks yours, without a change of yours.",
    bad: 'example.com. IN TXT "v=spf1 mx a:a.example.net a:b.example.net a:c.example.net a:d.example.net a:e.example.net a:f.example.net a:g.example.net a:h.example.net -all"',
    good: 'example.com. IN TXT "v=spf1 mx a:a.example.net -all"',
  },
  references: ["RFC 7208 §4.6.4"],
  messages: MESSAGES,
  *check(policy) {
    if (!isPublished(policy)) return;
    const { nodes, lookups } = treeOf(policy);
    if (lookups !== 9 && lookups !== 10) return;
    const last = nodes.findLast((node) => node.lookups > 0);
    if (last) yield { message: "many", data: { count: lookups }, span: policy.text.spanOf(last.term.span) };
  },
});
