import { insertBefore } from "../../model/recordEdit.ts";
import { defineRule } from "../../rule.ts";

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
    if (zone.hasSoa || zone.isPartial) return;
    const { firstWithoutTtl: record, firstEntry } = zone;
    if (record === undefined || firstEntry === undefined) return;
    const fix = { kind: "suggestion", title: "add", edits: insertBefore(firstEntry, "$TTL 3600") } as const;
    yield { message: "missing", span: record.typeField?.span ?? record.span, at: record, fix };
  },
});
