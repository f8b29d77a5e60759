import { deleteRecord } from "../../model/recordEdit.ts";
import { mergedSpf } from "../../model/spfMerge.ts";
import { TYPE } from "../../model/spfPolicy.ts";
import { joinStrings, textOf } from "../../model/txtValue.ts";
import type { OwnerGroup, ZoneRecord } from "../../model/zone.ts";
import type { FixEdit } from "../../rule.ts";
import { defineRule } from "../../rule.ts";
import { isSpf } from "../../syntax/spf.ts";
import { type Span, span } from "../../text/span.ts";

const MESSAGES = {
  several: "{count} SPF records at {owner}: receivers treat that as an error. Merge them into one.",
  first: "The first SPF record",
} as const;

export default defineRule({
  code: "spf/multiple-records",
  target: "owner",
  severity: "error",
  fixable: "suggestion",
  summary: "Two SPF records at one owner.",
  docs: {
    why: "A receiver that finds more than one SPF record stops with a permanent error: none of them counts.",
    bad: 'example.com. IN TXT "v=spf1 mx -all"\nexample.com. IN TXT "v=spf1 include:_spf.example.net -all"',
    good: 'example.com. IN TXT "v=spf1 mx include:_spf.example.net -all"',
  },
  references: ["RFC 7208 §4.5", "RFC 7208 §3.2"],
  messages: MESSAGES,
  titles: {
    merge: "Merge the SPF records into one",
  },
  *check(group) {
    const records = group.records.filter((it) => it.type === TYPE.TXT && isSpf(textOf(it)));
    const [first, ...others] = records;
    if (!first || others.length === 0) return;
    const edits = merged(first, others, group);
    const data = { count: records.length, owner: group.owner.replace(/(?<=.)\.$/, "") };
    for (const record of others) {
      const related = [{ message: "first", span: valueSpan(first), at: first }] as const;
      const fix = edits && ({ kind: "suggestion", title: "merge", edits } as const);
      yield { message: "several", data, span: valueSpan(record), at: record, related, ...(fix && { fix }) };
    }
  },
});

/** All strings, quotes included. */
function valueSpan(record: ZoneRecord): Span {
  const { fields } = record;
  return span(fields[0]?.span.start ?? record.span.start, fields.at(-1)?.span.end ?? record.span.end);
}

/** One record in the place of the first; `undefined` where nobody can tell what the one should say. */
function merged(first: ZoneRecord, others: readonly ZoneRecord[], group: OwnerGroup): FixEdit[] | undefined {
  const value = mergedSpf([first, ...others].map(textOf));
  if (value === undefined) return undefined;
  const text = joinStrings(first);
  const at = text.spanOf(span(0, text.value.length));
  const isQuoted = first.fields[0]?.isQuoted === true;
  const deletions = others.flatMap((record) => deleteRecord(record, nextKept(record, others, group)));
  return [{ span: at, newText: isQuoted ? value : `"${value}"`, at: first }, ...deletions];
}

/** The record behind it that stays and may have inherited its owner. */
function nextKept(record: ZoneRecord, others: readonly ZoneRecord[], { records }: OwnerGroup): ZoneRecord | undefined {
  const next = records[records.indexOf(record) + 1];
  return next && others.includes(next) ? undefined : next;
}
