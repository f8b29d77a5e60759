import { MappedText } from "../text/mappedText.ts";
import { type Span, span } from "../text/span.ts";
import type { Field, TxtRecord, ZoneRecord } from "./zone.ts";

/** What a receiver reads in a TXT record: its strings joined, each character mapped to its place in the entry. */
export function joinStrings({ fields, span: at }: Pick<ZoneRecord, "fields" | "span">): MappedText {
  const joined = new MappedText(at.end);
  for (const { value } of fields) {
    for (let unit = 0; unit < value.value.length; unit++) {
      const written = value.spanOf({ start: unit, end: unit + 1 });
      joined.push(value.value[unit] ?? "", written.start, written.end);
    }
  }
  return joined;
}

/** The strings of a TXT record joined, without the places. */
export function textOf({ fields }: Pick<ZoneRecord, "fields">): string {
  return fields.map(({ value }) => value.value).join("");
}

/**
 * The length of one string in octets of the wire: a character that was written as itself takes its octets of UTF-8, one
 * written `\DDD` takes one.
 *
 * @param text the entry that the field stands in
 */
export function octetsOf({ value, span: at }: Pick<Field, "value" | "span">, text: string): number {
  const { value: characters } = value;
  if (/^[\0-\x7f]*$/.test(characters)) return characters.length;
  let octets = 0;
  for (let unit = 0; unit < characters.length; unit++) octets += octetsAt(characters, unit, value, at.start, text);
  return octets;
}

/** The octets of one UTF-16 unit; of a surrogate pair each half has two of the four. */
export function octetsAt(characters: string, unit: number, value: MappedText, origin: number, text: string): number {
  const code = characters.charCodeAt(unit);
  if (code < 0x80) return 1;
  const { start } = value.spanOf({ start: unit, end: unit + 1 });
  if (text[start < 0 ? origin : start] === "\\" && code < 0x100) return 1;
  if (code < 0x800 || (code >= 0xd800 && code < 0xe000)) return 2;
  return 3;
}

/**
 * Where a stretch of the value, which is not all of it, is written, to be taken out: with the quotes of strings that would be empty then, and the
 * blanks between them and the string before (behind, for the first one).
 */
export function removalSpan({ text, strings, record }: Pick<TxtRecord, "text" | "strings" | "record">, at: Span): Span {
  const place = text.spanOf(at);
  const first = strings.findIndex((it) => it.isQuoted && it.span.start + 1 === place.start);
  const last = strings.findIndex((it) => it.isQuoted && it.span.end - 1 === place.end);
  if (first < 0 || last < first) return place;
  const [before, behind] = [strings[first - 1], strings[last + 1]];
  const [start, end] = [strings[first]?.span.start ?? place.start, strings[last]?.span.end ?? place.end];
  if (before && isBlank(record.text.slice(before.span.end, start))) return span(before.span.end, end);
  if (!before && behind && isBlank(record.text.slice(end, behind.span.start))) return span(start, behind.span.start);
  return span(start, end);
}

function isBlank(text: string): boolean {
  return /^\s*$/.test(text);
}
