import { isPublished, treeOf } from "../../model/spfPolicy.ts";
import { defineRule } from "../../rule.ts";

const MESSAGES = {
  void: "{count} terms find nothing in this zone, and receivers reject the record after 2. Remove `{term}`.",
} as const;

export default defineRule({
  code: "spf/too-many-void-lookups",
  target: "spf",
  severity: "error",
  fixable: false,
  summary: "More than two lookups that find nothing.",
  docs: {
    why: "Receivers take more than two lookups without an answer for a fault of the record and stop with a permanent error.",
    bad: '$ORIGIN example.com.\n@ SOA ns hostmaster 1 7200 3600 1209600 3600\n@ TXT "v=spf1 a:a.example.com a:b.example.com a:c.example.com -all"',
    good: '$ORIGIN example.com.\n@ SOA ns hostmaster 1 7200 3600 1209600 3600\n@ TXT "v=spf1 a:a.example.com -all"\na A 192.0.2.1',
  },
  references: ["RFC 7208 §4.6.4"],
  messages: MESSAGES,
  *check(policy) {
    if (!isPublished(policy)) return;
    const { nodes, voidLookups } = treeOf(policy);
    let sum = 0;
    const over = nodes.find((node) => {
      sum += node.voidLookups;
      return sum > 2;
    });
    if (!over) return;
    const data = { count: voidLookups, term: over.term.text };
    yield { message: "void", data, span: policy.text.spanOf(over.term.span) };
  },
});
