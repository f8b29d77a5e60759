import { shownName } from "../../model/domainName.ts";
import { isPublished, treeOf } from "../../model/spfPolicy.ts";
import type { SpfNode } from "../../model/spfTree.ts";
import type { DomainName } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";

const MESSAGES = {
  self: "`{term}` includes the record itself, so receivers reject it. Remove it or name another domain.",
  loop: "`{term}` leads back to this record, so receivers reject it. Cut the loop at `{name}`.",
} as const;

export default defineRule({
  code: "spf/include-loop",
  target: "spf",
  severity: "error",
  fixable: false,
  summary: "An include or redirect that leads back to the record.",
  docs: {
    why: "Receivers follow the terms until their limit of lookups is used up and then stop with a permanent error.",
    bad: 'example.com. IN TXT "v=spf1 include:example.com -all"',
    good: 'example.com. IN TXT "v=spf1 include:_spf.example.net -all"',
  },
  references: ["RFC 7208 §4.6.4", "RFC 7208 §5.2"],
  messages: MESSAGES,
  *check(policy) {
    if (!isPublished(policy)) return;
    const { owner } = policy.record;
    for (const node of treeOf(policy).nodes) {
      const last = lastBefore(node, owner);
      if (last === undefined) continue;
      const message = last === owner ? "self" : "loop";
      const data = { term: node.term.text, name: shownName(last) };
      yield { message, data, span: policy.text.spanOf(node.term.span) };
    }
  },
});

/** A term without its value leads back only because nothing else is said: `spf/missing-value`. */
function isLoop({ problem, term }: SpfNode): boolean {
  return problem === "loop" && !term.isBroken;
}

/** The owner of the record that names `owner` again, on the way from it; a loop that leaves it out is another record's fault. */
function lastBefore(node: SpfNode, owner: DomainName): DomainName | undefined {
  if (isLoop(node)) return node.name === owner ? owner : undefined;
  for (const below of node.child?.nodes ?? []) {
    if (isLoop(below) && below.name === owner) return node.child?.owner;
    const found = lastBefore(below, owner);
    if (found !== undefined) return found;
  }
  return undefined;
}
