import { isFlattened } from "../../model/flattenedAlias.ts";
import { defineRule } from "../../rule.ts";

const CNAME = 5;
const SOA = 6;
/** What DNSSEC puts beside an alias: SIG, KEY, NXT of old, RRSIG, NSEC (RFC 4034 §3, §4; RFC 3007 §3.1.2). */
const MAY_STAND_BESIDE: ReadonlySet<number> = new Set([24, 25, 30, 46, 47]);
const MOST_RELATED = 10;

export default defineRule({
  code: "zone/cname-and-other-data",
  target: "owner",
  severity: "error",
  fixable: false,
  summary: "A name has a CNAME and other records.",
  docs: {
    why: "A CNAME says that everything about a name is found elsewhere, so nothing else may stand beside it. Servers refuse such a zone or drop a part; where it is served, mail and SPF come and go with the resolver's cache.",
    bad: "www.example.com. IN CNAME web.example.net.\nwww.example.com. IN MX 10 mail.example.com.",
    good: "www.example.com. IN A 192.0.2.1\nwww.example.com. IN MX 10 mail.example.com.",
  },
  references: ["RFC 1034 §3.6.2", "RFC 2181 §10.1"],
  messages: {
    beside: "`{owner}` has a CNAME and also {types}, so servers refuse the zone. Keep one of the two.",
    other: "Another record of the same name.",
  },
  *check({ owner, records, zone }) {
    const alias = records.find(({ type }) => type === CNAME);
    const others = records.filter(({ type }) => type !== CNAME && !MAY_STAND_BESIDE.has(type));
    // Beside the SOA it is `zone/cname-at-apex`.
    if (!alias || others.length === 0 || (owner === zone.apex && others.some(({ type }) => type === SOA))) return;
    if (isFlattened(zone, owner)) return;
    const types = [...new Set(others.map(({ typeName }) => typeName))].join(", ");
    const related = others
      .slice(0, MOST_RELATED)
      .map((it) => ({ message: "other" as const, span: it.typeField?.span ?? it.span, at: it }));
    const span = alias.typeField?.span ?? alias.span;
    yield { message: "beside", data: { owner, types }, span, at: alias, related };
  },
});
