import type { ZoneRecord } from "../../model/zone.ts";
import { defineRule, type Fix } from "../../rule.ts";
import { span } from "../../text/span.ts";

/** Each signature has the TTL of what it signs, so those of one owner differ rightly (RFC 4034 §3). */
const RRSIG = 46;

export default defineRule({
  code: "zone/inconsistent-ttl",
  target: "owner",
  severity: "warning",
  fixable: "suggestion",
  summary: "Records of one set have different TTLs.",
  docs: {
    why: "Resolvers keep and forget the records of one name and type together. Servers give them all one TTL (mostly the first or the smallest), so the others are not what they say.",
    bad: "example.com. 3600 IN MX 10 mail.example.com.\nexample.com. 7200 IN MX 20 mail2.example.com.",
    good: "example.com. 3600 IN MX 10 mail.example.com.\nexample.com. 3600 IN MX 20 mail2.example.com.",
  },
  references: ["RFC 2181 §5.2"],
  messages: {
    differs: "TTL {ttl} differs from {first} of the first {type} record; servers use one for both. Write the same.",
    first: "The first record of the set.",
  },
  titles: {
    same: "Write the TTL of the first record (`{ttl}`)",
  },
  *check({ records }) {
    const firsts = new Map<string, ZoneRecord>();
    for (const record of records) {
      if (record.ttl === undefined || record.type === RRSIG) continue;
      const first = firsts.get(record.typeName);
      if (first?.ttl === undefined) firsts.set(record.typeName, record);
      else if (first.ttl !== record.ttl) yield report(record, record.ttl, first, first.ttl);
    }
  },
});

function report(record: ZoneRecord, ttl: number, first: ZoneRecord, firstTtl: number) {
  return {
    message: "differs",
    data: { ttl, first: firstTtl, type: record.typeName },
    span: ttlSpan(record),
    at: record,
    related: [{ message: "first", span: ttlSpan(first), at: first }],
    ...withFix(record, first.ttlField?.text ?? String(firstTtl)),
  } as const;
}

function ttlSpan(record: ZoneRecord) {
  return (record.ttlField ?? record.typeField)?.span ?? record.span;
}

function withFix(record: ZoneRecord, ttl: string): { fix?: Fix<"same"> } {
  const { ttlField, typeField } = record;
  const before = record.classField && typeField && record.classField.span.start < typeField.span.start;
  const start = (before ? record.classField : typeField)?.span.start;
  if (ttlField) return { fix: fixOf({ span: ttlField.span, newText: ttl }, ttl, record) };
  return start === undefined ? {} : { fix: fixOf({ span: span(start, start), newText: `${ttl} ` }, ttl, record) };
}

function fixOf(
  edit: { span: { start: number; end: number }; newText: string },
  ttl: string,
  at: ZoneRecord,
): Fix<"same"> {
  return { kind: "suggestion", title: "same", data: { ttl }, edits: [{ ...edit, at }] };
}
