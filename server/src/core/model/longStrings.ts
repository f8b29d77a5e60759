import { type Span, span } from "../text/span.ts";
import { octetsAt, octetsOf } from "./txtValue.ts";
import type { Field } from "./zone.ts";

/** RFC 1035 §3.3. */
export const LONGEST_STRING = 255;

/**
 * Offsets of the entry where a string of more than 255 octets must be parted: before the characters that would be the
 * 256th octet. A surrogate pair is not parted. Empty for a string that is short enough.
 *
 * @param text the entry that the field stands in
 */
export function cutsOf(field: Pick<Field, "value" | "span">, text: string): readonly number[] {
  const { value, span: at } = field;
  if (octetsOf(field, text) <= LONGEST_STRING) return [];
  const places: number[] = [];
  let octets = 0;
  for (let unit = 0; unit < value.value.length; unit++) {
    const isPair = /[\ud800-\udbff]/.test(value.value[unit] ?? "");
    const size = octetsAt(value.value, unit, value, at.start, text);
    if (octets + (isPair ? 4 : size) > LONGEST_STRING) {
      places.push(value.spanOf(span(unit, unit + 1)).start);
      octets = 0;
    }
    octets += size;
  }
  return places;
}

/** Where quotes are missing around a string that is going to be parted. */
export function quotesFor({ isQuoted, span: at }: Pick<Field, "isQuoted" | "span">): readonly Span[] {
  return isQuoted ? [] : [span(at.start, at.start), span(at.end, at.end)];
}

/** A value as quoted strings of at most 255 octets (RFC 1035 §3.3.14); keys and policies are ASCII. */
export function quotedStrings(value: string): readonly string[] {
  const pieces = value.match(/[\s\S]{1,250}/g) ?? [""];
  return pieces.map((piece) => `"${piece.replace(/["\\]/g, "\\$&")}"`);
}

/** The same as the data of one record. */
export function quoteText(value: string): string {
  return quotedStrings(value).join(" ");
}

/**
 * A text that is written in a zone file already, in quotes: in as many strings as it needs, parted behind a space where
 * there is one near. It is ASCII; an escape counts as its characters, and is not parted.
 */
export function quoteWritten(text: string): string {
  const pieces = text.match(/(?:[^\\ ]|\\\d{3}|\\.?){1,62} ?| /gs) ?? [];
  const strings: string[] = [""];
  for (const piece of text.length <= LONGEST_STRING ? [text] : pieces) {
    const last = strings.length - 1;
    if ((strings[last] ?? "").length + piece.length > LONGEST_STRING) strings.push(piece);
    else strings[last] += piece;
  }
  return strings.map((it) => `"${it}"`).join(" ");
}
