import { isClassWord } from "../../model/classWord.ts";
import type { ZoneRecord } from "../../model/zone.ts";
import { defineRule, type Fix } from "../../rule.ts";
import { type Span, span } from "../../text/span.ts";
import { parseTtl } from "../../text/ttl.ts";

export default defineRule({
  code: "zone/invalid-rdata",
  target: "entry",
  severity: "error",
  fixable: "suggestion",
  summary: "A field of a record is not what its type wants there.",
  docs: {
    why: "Servers read the data of a record field by field, each in its own form. One field that does not fit makes them refuse the whole zone, and the last good version goes out of date.",
    bad: "mail.example.com. IN A 192.0.2.256",
    good: "mail.example.com. IN A 192.0.2.25",
  },
  references: ["RFC 1035 §5.1", "RFC 3597 §5"],
  messages: {
    field: "`{text}` does not fit `{field}`, so servers refuse the zone. Write {wants}.",
    early: "`{text}` belongs before the type, so servers refuse the zone. Move it there.",
    data: "`{text}` cannot be read, so servers refuse the zone. Write {wants}.",
  },
  titles: { move: "Move `{text}` before the type" },
  *check(entry) {
    for (const { code, detail: text, span: at, data = {} } of entry.issues) {
      if (code !== "zone/invalid-rdata") continue;
      const fix = entry.kind === "record" ? move(entry, text, at) : undefined;
      if (fix) {
        yield { message: "early", data: { text }, span: at, fix };
        continue;
      }
      const { field = "", wants = "" } = data;
      yield { message: field === "" ? "data" : "field", data: { text, field, wants }, span: at };
    }
  },
});

/** `www A IN 192.0.2.1`: a class, or a TTL, first in the data of a record that then has a word too many. */
function move(record: ZoneRecord, text: string, { start, end }: Span): Fix<"move"> | undefined {
  const { fields, issues, typeField, classField, ttlField } = record;
  const isFirst = fields[0]?.span.start === start && issues.some(({ code }) => code === "zone/extra-rdata");
  const isClass = isClassWord(text) && classField === undefined;
  const isTtl = parseTtl(text) !== undefined && ttlField === undefined;
  const next = fields[1];
  if (!typeField || !next || !isFirst || end > next.span.start || !(isClass || isTtl)) return undefined;
  const edits = [
    { span: span(typeField.span.start, typeField.span.start), newText: `${text} ` },
    { span: span(start, next.span.start), newText: "" },
  ];
  return { kind: "suggestion", title: "move", data: { text }, edits };
}
