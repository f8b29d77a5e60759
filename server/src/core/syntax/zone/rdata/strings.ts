import { say } from "../../../locale.ts";
import { decimal } from "./numbers.ts";
import { ESCAPED, type NameFault, QUOTED, refuse, type Tokens, trouble } from "./trouble.ts";

const BAD_ESCAPE = say("`\\DDD` with a number up to 255");
const LONG_LABEL = say("labels of at most 63 octets");
const LONG_NAME = say("a name of at most 255 octets");
const EMPTY_LABEL = say("a name without an empty label");
const PLAIN_NAME = say("a name without quotes");

/**
 * How many bytes an escape takes that begins at `at` (a backslash): four for `\DDD`, two for `\X`; -1 where it is none
 * (RFC 1035 §5.1).
 */
function escapeLength(bytes: Uint8Array, at: number, end: number): number {
  if (at + 1 >= end) return -1;
  const next = bytes[at + 1] ?? 0;
  if (next < 48 || next > 57) return 2;
  return at + 3 < end && decimal(bytes, at + 1, at + 4, 255) >= 0 ? 4 : -1;
}

/** The octets of a character-string as they go on the wire, or -1 where an escape is none. */
export function stringOctets(bytes: Uint8Array, tokens: Tokens, token: number): number {
  const kind = tokens.kind[token] ?? 0;
  const from = tokens.from[token] ?? 0;
  const to = tokens.to[token] ?? 0;
  const start = from + (kind & QUOTED);
  const end = closingQuote(bytes, from, to, kind);
  if ((kind & ESCAPED) === 0) return end - start;
  let octets = 0;
  for (let at = start; at < end; octets++) {
    const length = bytes[at] === 92 ? escapeLength(bytes, at, end) : 1;
    if (length < 0) return -1;
    at += length;
  }
  return octets;
}

/** Where the text of a token ends: before its closing quote, which a string that runs to the end of its line lacks. */
function closingQuote(bytes: Uint8Array, from: number, to: number, kind: number): number {
  if ((kind & QUOTED) === 0) return to;
  return to - from >= 2 && bytes[to - 1] === 34 ? to - 1 : to;
}

/**
 * Writes the octets of a string, escapes solved, into `out`.
 *
 * @returns how many, or -1 where an escape is none or there is no room
 */
export function decodeString(bytes: Uint8Array, from: number, to: number, out: Uint8Array): number {
  let count = 0;
  for (let at = from; at < to; ) {
    const isEscape = bytes[at] === 92;
    const length = isEscape ? escapeLength(bytes, at, to) : 1;
    if (length < 0 || count >= out.length) return -1;
    if (length === 4) out[count++] = decimal(bytes, at + 1, at + 4, 255);
    else out[count++] = bytes[at + length - 1] ?? 0;
    at += length;
  }
  return count;
}

/** The text of a token without its quotes, for {@link decodeString}. */
export function textEnd(bytes: Uint8Array, tokens: Tokens, token: number): number {
  return closingQuote(bytes, tokens.from[token] ?? 0, tokens.to[token] ?? 0, tokens.kind[token] ?? 0);
}

const LONG_STRING = say("at most 255 octets a string");

/** Reads one character-string: 1, or -1 and the trouble. */
export function readString(bytes: Uint8Array, tokens: Tokens, token: number, limit: number): number {
  const octets = stringOctets(bytes, tokens, token);
  if (octets < 0) return refuse(BAD_ESCAPE, token);
  return octets > limit ? refuse(LONG_STRING, token) : 1;
}

/**
 * Reads one domain name: 1, or -1 and the trouble. A relative name is measured without its origin.
 */
export function readName(bytes: Uint8Array, tokens: Tokens, token: number): number {
  if (((tokens.kind[token] ?? 0) & QUOTED) !== 0) return refuse(PLAIN_NAME, token);
  const from = tokens.from[token] ?? 0;
  const to = tokens.to[token] ?? 0;
  if (to - from === 1 && (bytes[from] === 46 || bytes[from] === 64)) return 1;
  let label = 0;
  let octets = 1;
  for (let at = from; at < to; ) {
    const byte = bytes[at] ?? 0;
    if (byte === 46) {
      if (label === 0) return refuseName("empty", EMPTY_LABEL, token);
      octets += label + 1;
      label = 0;
      at++;
      continue;
    }
    const length = byte === 92 ? escapeLength(bytes, at, to) : 1;
    if (length < 0) return refuseName("escape", BAD_ESCAPE, token);
    if (++label > 63) return refuseName("label", LONG_LABEL, token);
    at += length;
  }
  if (label > 0) octets += label + 1;
  if (octets > 255) return refuseName("name", LONG_NAME, token);
  return to > from ? 1 : refuseName("empty", EMPTY_LABEL, token);
}

function refuseName(reason: NameFault, wants: string, token: number): -1 {
  refuse(wants, token);
  trouble.reason = reason;
  return -1;
}
