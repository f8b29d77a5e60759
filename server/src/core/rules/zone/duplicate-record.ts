import { canonicalData } from "../../model/recordData.ts";
import { deleteRecord } from "../../model/recordEdit.ts";
import type { OwnerGroup, ZoneRecord } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";

const SOA = 6;

export default defineRule({
  code: "zone/duplicate-record",
  target: "owner",
  severity: "warning",
  fixable: "safe",
  summary: "The same record stands in the zone twice.",
  docs: {
    why: "DNS knows sets of records, and a set holds each of them once: servers drop the second one. Often one of the two was meant to be another record.",
    bad: "example.com. IN MX 10 mail.example.com.\nexample.com. IN MX 10 mail.example.com.",
    good: "example.com. IN MX 10 mail.example.com.\nexample.com. IN MX 20 mail2.example.com.",
  },
  references: ["RFC 2181 §5"],
  messages: {
    twice: "`{owner}` has this {type} record already; servers drop the second one. Delete it, or write what was meant.",
    first: "The same record.",
  },
  titles: {
    delete: "Delete the second record",
  },
  *check(group) {
    const seen = new Map<string, ZoneRecord>();
    for (const [index, record] of group.records.entries()) {
      if (record.issues.length > 0) continue;
      const key = `${record.type} ${record.typeName} ${canonicalData(record)}`;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, record);
      else if (!endsTransfer(record, group)) yield report(record, first, group.records[index + 1]);
    }
  },
});

function report(record: ZoneRecord, first: ZoneRecord, next: ZoneRecord | undefined) {
  const { owner, zone } = record;
  // Without `$TTL` the records after it may have taken their TTL from this one.
  const isHeirless = record.ttlField === undefined || zone.directives.some(({ name }) => name === "$TTL");
  const kind = isHeirless ? "safe" : "suggestion";
  return {
    message: "twice",
    data: { owner, type: record.typeName },
    span: record.span,
    at: record,
    related: [{ message: "first", span: first.span, at: first }],
    fix: { kind, title: "delete", edits: deleteRecord(record, next) },
  } as const;
}

/** A transfer ends with the SOA that it began with (RFC 5936 §2.2), and so do files that were made of one. */
function endsTransfer({ type, owner }: ZoneRecord, { zone, records }: OwnerGroup): boolean {
  if (type !== SOA || zone.lastRecord?.type !== SOA || zone.lastRecord.owner !== owner) return false;
  return records.filter((it) => it.type === SOA).length === 2;
}
