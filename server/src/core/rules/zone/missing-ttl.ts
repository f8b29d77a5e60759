import { insertBefore } from "../../model/recordEdit.ts";
import type { ZoneView } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";

const NS = 2;
const MX = 15;

export default defineRule({
  code: "zone/missing-ttl",
  target: "zone",
  severity: "warning",
  fixable: "suggestion",
  summary: "A record has no TTL, and nothing says which one it gets.",
  docs: {
    why: "The TTL says how long resolvers keep a record. Without `$TTL`, a TTL on an earlier record or an SOA to take it from, servers refuse the zone or choose a value of their own.",
    bad: "example.com. IN MX 10 mail.example.com.",
    good: "$TTL 3600\nexample.com. IN MX 10 mail.example.com.",
  },
  references: ["RFC 2308 §4", "RFC 1035 §5.1"],
  messages: {
    missing: "This record has no TTL, so servers refuse it or choose one. Begin the file with `$TTL`.",
  },
  titles: {
    add: "Begin the file with `$TTL 3600`",
  },
  *check(zone) {
    if (zone.hasSoa || zone.isPartial || isPiece(zone)) return;
    const { firstWithoutTtl: record, firstEntry } = zone;
    if (record === undefined || firstEntry === undefined) return;
    const fix = { kind: "suggestion", title: "add", edits: insertBefore(firstEntry, "$TTL 3600") } as const;
    yield { message: "missing", span: record.typeField?.span ?? record.span, at: record, fix };
  },
});

/** Keys and hosts that a zone includes, as key generators write them: they take the TTL of the zone around them. */
function isPiece(zone: ZoneView): boolean {
  if (/\.inc(?:lude)?$/i.test(zone.path)) return true;
  if (zone.count(NS) > 0 || zone.count(MX) > 0) return false;
  return zone.apex === undefined || zone.records(zone.apex).length === 0;
}
