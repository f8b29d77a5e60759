import { say } from "../../../locale.ts";
import { hexDigit } from "./addresses.ts";
import { QUOTED, refuse, type Tokens } from "./trouble.ts";

const HEX = say("hexadecimal digits");
const EVEN_HEX = say("an even number of hexadecimal digits");
const BASE64 = say("base64 with its `=` at the end");
const BASE32 = say("base32hex: digits and letters up to `v`");
const SALT = say("hexadecimal digits, or `-` for none");

/** How many octets the last {@link readHex} read. */
export const hexOctets = { count: 0 };

/** Reads tokens of hexadecimal digits up to `last`: how many tokens, or -1 and the trouble. */
export function readHex(bytes: Uint8Array, tokens: Tokens, first: number, last: number): number {
  let digits = 0;
  for (let token = first; token <= last; token++) {
    if (((tokens.kind[token] ?? 0) & QUOTED) !== 0) return refuse(HEX, token);
    const to = tokens.to[token] ?? 0;
    for (let at = tokens.from[token] ?? 0; at < to; at++, digits++) {
      if (hexDigit(bytes[at] ?? 0) < 0) return refuse(HEX, token);
    }
  }
  hexOctets.count = digits >> 1;
  return digits % 2 === 0 ? last - first + 1 : refuse(EVEN_HEX, first, last);
}

/** The octets of the hexadecimal digits that {@link readHex} took, as many as `out` holds. */
export function decodeHex(bytes: Uint8Array, tokens: Tokens, first: number, last: number, out: Uint8Array): number {
  let digits = 0;
  for (let token = first; token <= last; token++) {
    const to = tokens.to[token] ?? 0;
    for (let at = tokens.from[token] ?? 0; at < to; at++, digits++) {
      const index = digits >> 1;
      out[index] = digits % 2 === 0 ? hexDigit(bytes[at] ?? 0) << 4 : (out[index] ?? 0) | hexDigit(bytes[at] ?? 0);
    }
  }
  return Math.min(digits >> 1, out.length);
}

/** Reads base64 that blanks may cut anywhere, up to the token `last`: how many tokens, or -1 and the trouble. */
export function readBase64(bytes: Uint8Array, tokens: Tokens, first: number, last: number): number {
  let length = 0;
  let padding = 0;
  let digit = 0;
  for (let token = first; token <= last; token++) {
    if (((tokens.kind[token] ?? 0) & QUOTED) !== 0) return refuse(BASE64, token);
    const to = tokens.to[token] ?? 0;
    for (let at = tokens.from[token] ?? 0; at < to; at++, length++) {
      const byte = bytes[at] ?? 0;
      if (byte === 61) padding++;
      else if (padding > 0 || !isBase64(byte)) return refuse(BASE64, token);
      else digit = byte;
    }
  }
  // Servers refuse bits that belong to no octet (RFC 4648 §3.5).
  const isWhole = padding === 0 || (padding === 1 ? THIRDS : FOURTHS).includes(digit);
  return padding <= 2 && length % 4 === 0 && isWhole ? last - first + 1 : refuse(BASE64, first, last);
}

/** The octets of the base64 that {@link readBase64} took, as many as `out` holds. */
export function decodeBase64(bytes: Uint8Array, tokens: Tokens, first: number, last: number, out: Uint8Array): number {
  let bits = 0;
  let digits = 0;
  let count = 0;
  for (let token = first; token <= last; token++) {
    const to = tokens.to[token] ?? 0;
    for (let at = tokens.from[token] ?? 0; at < to && bytes[at] !== 61; at++) {
      bits = ((bits << 6) | DIGITS.indexOf(bytes[at] ?? 0)) & 0xffff;
      if (digits++ % 4 !== 0 && count < out.length) out[count++] = bits >> (6 - 2 * ((digits - 1) % 4));
    }
  }
  return count;
}

const DIGITS = Uint8Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", (it) =>
  it.charCodeAt(0),
);

/** Whether `[from, to)` is base64, whole and padded; at least one octet. */
export function isBase64Text(bytes: Uint8Array, from: number, to: number): boolean {
  let end = to;
  while (end > from && to - end < 2 && bytes[end - 1] === 61) end--;
  for (let at = from; at < end; at++) if (!isBase64(bytes[at] ?? 0)) return false;
  return end > from && (to - from) % 4 === 0;
}

/** Last digits before one `=`, whose two low bits are 0, and before two, with four such bits. */
const THIRDS = Uint8Array.from("AEIMQUYcgkosw048", (it) => it.charCodeAt(0));
const FOURTHS = Uint8Array.from("AQgw", (it) => it.charCodeAt(0));

function isBase64(byte: number): boolean {
  const lower = byte | 32;
  return (lower >= 97 && lower <= 122) || (byte >= 48 && byte <= 57) || byte === 43 || byte === 47;
}

/** Reads one token of base32hex without padding (RFC 5155 §3.3): 1, or -1 and the trouble. */
export function readBase32(bytes: Uint8Array, tokens: Tokens, token: number): number {
  const from = tokens.from[token] ?? 0;
  const to = tokens.to[token] ?? 0;
  // The hashes that exist have 20 octets, and servers read whole groups of five only.
  if ((to - from) % 8 !== 0 || ((tokens.kind[token] ?? 0) & QUOTED) !== 0) return refuse(BASE32, token);
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    const lower = byte | 32;
    if ((byte < 48 || byte > 57) && (lower < 97 || lower > 118)) return refuse(BASE32, token);
  }
  return 1;
}

/** Reads a salt: hexadecimal digits of at most 255 octets, or `-`. */
export function readSalt(bytes: Uint8Array, tokens: Tokens, token: number): number {
  const from = tokens.from[token] ?? 0;
  if ((tokens.to[token] ?? 0) - from === 1 && bytes[from] === 45) return 1;
  return readHex(bytes, tokens, token, token) < 0 || hexOctets.count > 255 ? refuse(SALT, token) : 1;
}
