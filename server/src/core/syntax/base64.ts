import { type Span, span } from "../text/span.ts";

export interface Base64 {
  /** All octets before the first fault. */
  readonly bytes: Uint8Array;
  readonly fault: Base64Fault | undefined;
}

export interface Base64Fault {
  /**
   * `character`: one outside the alphabet, or data after the padding. `length`: a lone digit is left over, so at least
   * one is missing. `padding`: all octets are there, the `=` that should fill the last group are not. The span of these
   * two is the last character.
   */
  readonly kind: "character" | "length" | "padding";
  readonly span: Span;
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUE_OF: Int8Array = digitValues();

function digitValues(): Int8Array {
  const values = new Int8Array(128).fill(-1);
  for (let index = 0; index < DIGITS.length; index++) values[DIGITS.charCodeAt(index)] = index;
  return values;
}

/**
 * Reads base64 as verifiers do: blanks and line ends may stand anywhere, also before the padding (RFC 6376 §2.10,
 * RFC 4648 §4).
 *
 * @param at the part of `text` to read; the fault's span counts in `text` too
 */
export function decodeBase64(text: string, at: Span = span(0, text.length)): Base64 {
  const bytes = new Uint8Array(Math.floor(((at.end - at.start) * 3) / 4) + 1);
  let [size, held, bits, digits, padding, last] = [0, 0, 0, 0, 0, at.start];
  const finish = (fault?: Base64Fault): Base64 => ({ bytes: bytes.subarray(0, size), fault });
  for (let index = at.start; index < at.end; index++) {
    const code = text.charCodeAt(index);
    if (code === 32 || code === 9 || code === 10 || code === 13) continue;
    last = index;
    const value = code < 128 ? (VALUE_OF[code] ?? -1) : -1;
    const isPadding = code === 61 && digits % 4 > 1 && padding < 4 - (digits % 4);
    if (isPadding) padding++;
    else if (value < 0 || padding > 0) return finish({ kind: "character", span: characterAt(text, index) });
    if (isPadding) continue;
    digits++;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[size++] = held >> bits;
  }
  if (digits % 4 === 1) return finish({ kind: "length", span: span(last, last + 1) });
  const isShort = digits % 4 > 0 && padding < 4 - (digits % 4);
  return finish(isShort ? { kind: "padding", span: span(last, last + 1) } : undefined);
}

/** Base64 with padding, in one line. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.subarray(at, at + 3);
    const group = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    const digit = (shift: number) => DIGITS[(group >> shift) & 63] ?? "";
    text += digit(18) + digit(12) + (second === undefined ? "=" : digit(6)) + (third === undefined ? "=" : digit(0));
  }
  return text;
}

function characterAt(text: string, index: number): Span {
  const length = (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  return span(index, index + length);
}
