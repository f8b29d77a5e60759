import type { FileEdit } from "../../../engine/finding.ts";
import type { ZoneSource } from "../../../index.ts";
import type { Translate } from "../../../locale.ts";
import { cutsOf, LONGEST_STRING, quotesFor } from "../../../model/longStrings.ts";
import type { ZoneEntry, ZoneRecord } from "../../../model/zone.ts";
import { span } from "../../../text/span.ts";
import type { NotWritten, Writing } from "./written.ts";

const TXT_TYPES: readonly number[] = [16, 99];
/** Beyond it the walk over all entries would be felt. */
const MOST_LINES = 200_000;

/** Parts the strings of more than 255 octets in the whole file. */
export function splitLongStrings(source: ZoneSource, t: Translate): Writing | NotWritten {
  const edits: FileEdit[] = [];
  let count = 0;
  for (const entry of source.entries(0, MOST_LINES)) {
    if (entry.path !== source.path) continue;
    const ofEntry = splitIn(source, entry);
    if (ofEntry.length > 0) count++;
    edits.push(...ofEntry);
  }
  if (count === 0) return { refused: t("No string in this file is longer than 255 octets.") };
  return { edits, message: t("Records whose strings were split: {count}.", { count }) };
}

/**
 * The same in one record. In a record of one line without parentheses the strings get a line each, in parentheses; in
 * another they stay where they are.
 */
export function splitIn(source: ZoneSource, entry: ZoneEntry): readonly FileEdit[] {
  if (entry.kind !== "record" || !TXT_TYPES.includes(entry.type) || entry.text.length <= LONGEST_STRING) return [];
  const { fields, text } = entry;
  const cuts = fields.flatMap((field) => cutsOf(field, text).map((at) => ({ at, field })));
  const [first, last] = [fields[0], fields.at(-1)];
  if (cuts.length === 0 || first === undefined || last === undefined) return [];
  const seam = isOneLine(entry) ? `"${text.includes("\r\n") ? "\r\n" : "\n"}${indentOf(entry)}"` : undefined;
  const inserted = [
    ...(seam === undefined ? [] : [[first.span.start, "( "] as const]),
    ...[...new Set(cuts.map((it) => it.field))].flatMap(quotesFor).map(({ start }) => [start, '"'] as const),
    ...cuts.map(({ at }) => [at, seam ?? '" "'] as const),
    ...(seam === undefined ? [] : [[last.span.end, " )"] as const]),
  ];
  return inserted
    .sort(([a], [b]) => a - b)
    .map(([at, newText]) => ({ path: entry.path, range: source.rangeOf(entry, span(at, at)), newText }));
}

/** Whether it stands in one line, outside of parentheses. */
function isOneLine({ text, fields, span: at }: ZoneRecord): boolean {
  const first = fields[0]?.span.start ?? at.end;
  const last = fields.at(-1)?.span.end ?? at.end;
  return !/[\r\n]/.test(text.slice(0, last)) && !text.slice(0, first).includes("(");
}

/** Below the first string, which stands behind a parenthesis and a blank; tabs stay tabs. */
function indentOf({ text, fields }: ZoneRecord): string {
  return `${text.slice(0, fields[0]?.span.start).replace(/[^\t]/g, " ")}  `;
}
