import type { DomainName, ZoneRecord, ZoneView } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";

const CNAME = 5;
/** Resolvers give up sooner. */
const MOST_HOPS = 32;

export default defineRule({
  code: "zone/cname-loop",
  target: "reference",
  severity: "error",
  fixable: false,
  summary: "CNAMEs lead back to where they began.",
  docs: {
    why: "A resolver follows aliases until it meets data or has had enough. In a circle it never meets any: every name in it fails.",
    bad: "a.example.com. IN CNAME b.example.com.\nb.example.com. IN CNAME a.example.com.",
    good: "a.example.com. IN CNAME b.example.com.\nb.example.com. IN A 192.0.2.1",
  },
  references: ["RFC 1034 §3.6.2", "RFC 1034 §5.2.2"],
  messages: {
    self: "`{owner}` is an alias of itself, so resolvers give up. Name another host.",
    loop: "`{owner}` leads over {count} aliases back to itself, so resolvers give up. Point one of them at a host.",
    step: "The next alias.",
  },
  *check({ record, field, target, zone }) {
    if (record.type !== CNAME) return;
    const { owner } = record;
    const at = record;
    if (target === owner) yield { message: "self", data: { owner }, span: field.span, at };
    else {
      const steps = wayBack(owner, target, zone);
      if (steps === undefined) return;
      const related = steps.map((it) => ({ message: "step" as const, span: it.typeField?.span ?? it.span, at: it }));
      yield { message: "loop", data: { owner, count: steps.length }, span: field.span, at, related };
    }
  },
});

/** The aliases from `start` on, if they lead to `owner`; `undefined` if they end or lead into a circle of others. */
function wayBack(owner: DomainName, start: DomainName, zone: ZoneView): ZoneRecord[] | undefined {
  const steps: ZoneRecord[] = [];
  for (let name = start; steps.length < MOST_HOPS; ) {
    const alias = zone.records(name, CNAME)[0];
    const next = alias?.fields[0]?.target;
    if (alias === undefined || next === undefined) return undefined;
    steps.push(alias);
    if (next === owner) return steps;
    name = next;
  }
  return undefined;
}
