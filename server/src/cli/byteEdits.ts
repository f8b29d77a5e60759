import type { FileEdit } from "../core/engine/finding.ts";
import type { Position } from "../core/text/span.ts";

/**
 * Applies edits to the bytes of a file: what no edit names stays byte for byte as it was, whatever its encoding.
 * A line break that an edit brings is written as the file writes its own.
 *
 * @param edits must not overlap
 */
export function applyToBytes(bytes: Uint8Array, edits: readonly FileEdit[]): Uint8Array {
  const starts = lineStarts(bytes);
  const lineEnd = lineEndOf(bytes);
  const places = edits.map(({ range, newText }, order) => ({
    order,
    start: offsetAt(bytes, starts, range.start),
    end: offsetAt(bytes, starts, range.end),
    text: newText.replace(/\r\n|\r|\n/g, lineEnd),
  }));
  places.sort((a, b) => a.start - b.start || a.order - b.order);
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, text } of places) {
    pieces.push(bytes.subarray(at, start), new TextEncoder().encode(text));
    at = end;
  }
  return Buffer.concat([...pieces, bytes.subarray(at)]);
}

/** The way the file ends its first line; LF where it has one only. */
function lineEndOf(bytes: Uint8Array): string {
  const at = bytes.findIndex((byte) => byte === 10 || byte === 13);
  if (at < 0 || bytes[at] === 10) return "\n";
  return bytes[at + 1] === 10 ? "\r\n" : "\r";
}

/** Lines end at LF, CRLF or CR, as in the core. */
export function lineStarts(bytes: Uint8Array): readonly number[] {
  const starts = [0];
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === 10 || (bytes[at] === 13 && bytes[at + 1] !== 10)) starts.push(at + 1);
  }
  return starts;
}

/** Counts UTF-16 units through one line of UTF-8; a byte that fits nothing is one unit (U+FFFD), as decoders have it. */
function offsetAt(bytes: Uint8Array, starts: readonly number[], { line, character }: Position): number {
  const start = starts[line];
  if (start === undefined) return bytes.length;
  const end = starts[line + 1] ?? bytes.length;
  let at = start;
  let units = 0;
  while (units < character && at < end) {
    const length = sequenceLength(bytes, at);
    units += length === 4 ? 2 : 1;
    at += length;
  }
  return at;
}

/** How many bytes become one character, or one U+FFFD (the longest beginning of a sequence: WHATWG Encoding §8.1.1). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0xc2 || lead > 0xf4) return 1;
  const wanted = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  let lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  let highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  for (let length = 1; length < wanted; length++) {
    const byte = bytes[at + length] ?? 0;
    if (byte < lowest || byte > highest) return length;
    lowest = 0x80;
    highest = 0xbf;
  }
  return wanted;
}
