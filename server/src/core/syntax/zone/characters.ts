import { RECORD_TYPES } from "../../facts/recordTypes.ts";

/** What a byte means between tokens. Everything over 127 is part of a word: UTF-8 is cut at ASCII bytes only. */
export const WORD = 0;
export const BLANK = 1;
export const LINE_FEED = 2;
export const COMMENT = 3;
export const QUOTE = 4;
export const OPEN = 5;
export const CLOSE = 6;
export const BACKSLASH = 7;
/** Alone it ends a line, as it does for editors; before a line feed it is a blank. */
export const RETURN = 8;

export const KIND = new Uint8Array(256);
for (const [characters, kind] of [
  [" \t", BLANK],
  ["\n", LINE_FEED],
  [";", COMMENT],
  ['"', QUOTE],
  ["(", OPEN],
  [")", CLOSE],
  ["\\", BACKSLASH],
  ["\r", RETURN],
] as const) {
  for (const character of characters) KIND[character.charCodeAt(0)] = kind;
}

/** ASCII lower case; other bytes stay (RFC 4343). */
export const LOWER = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));

export const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;

export const TYPE = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  MX: 15,
  TXT: 16,
  SIG: 24,
  KEY: 25,
  AAAA: 28,
  NXT: 30,
  SRV: 33,
  DNAME: 39,
  DS: 43,
  RRSIG: 46,
  NSEC: 47,
  DNSKEY: 48,
  NSEC3: 50,
  NSEC3PARAM: 51,
  SPF: 99,
} as const;
/** Codes of our own, above every type of 16 bits. */
export const DIRECTIVE = 0x10000;
export const UNKNOWN_TYPE = 0x10001;

const typesByPack = new Int32Array(1024);
const codesByPack = new Int32Array(1024);
const longTypes = new Map<string, number>();

/** Letters and digits packed into 31 bits: exact up to five characters (37^5 < 2^31); longer mnemonics are rare. */
function pack(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const byte = LOWER[bytes[at]!]!;
    const digit = byte >= 97 && byte <= 122 ? byte - 96 : byte >= 48 && byte <= 57 ? byte - 21 : 0;
    if (digit === 0) return 0;
    value = value * 37 + digit;
  }
  return value;
}

for (const { name, code } of RECORD_TYPES) {
  if (name.length > 5 || name.includes("-")) longTypes.set(name, code);
  else {
    const packed = pack(
      Uint8Array.from(name, (it) => it.charCodeAt(0)),
      0,
      name.length,
    );
    let slot = packed & 1023;
    while (typesByPack[slot] !== 0) slot = (slot + 1) & 1023;
    typesByPack[slot] = packed;
    codesByPack[slot] = code;
  }
}

/** The record type a word names, `TYPE65280` included (RFC 3597), else 0. */
export function typeOf(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 5) return end - start > 10 ? 0 : longTypeOf(latin1(bytes, start, end).toUpperCase());
  const packed = pack(bytes, start, end);
  if (packed === 0) return 0;
  for (let slot = packed & 1023; typesByPack[slot] !== 0; slot = (slot + 1) & 1023) {
    if (typesByPack[slot] === packed) return codesByPack[slot]!;
  }
  return packed > 0 && end - start === 5 ? longTypeOf(latin1(bytes, start, end).toUpperCase()) : 0;
}

function longTypeOf(word: string): number {
  const known = longTypes.get(word);
  if (known !== undefined) return known;
  return /^TYPE\d{1,5}$/.test(word) && Number(word.slice(4)) <= 0xffff ? Number(word.slice(4)) : 0;
}

export const CLASS_IN = 1;

/** The class that a word names (`IN`, `CH`, `HS`, `CS`, `CLASS32`), else 0. */
export function classOf(bytes: Uint8Array, start: number, end: number): number {
  if (end - start === 2) {
    const first = LOWER[bytes[start]!]!;
    const second = LOWER[bytes[start + 1]!]!;
    if (first === 105 && second === 110) return CLASS_IN;
    if (second === 115) return first === 99 ? 2 : first === 104 ? 4 : 0;
    return first === 99 && second === 104 ? 3 : 0;
  }
  const first = LOWER[bytes[start]!];
  if (end - start < 5 || end - start > 10 || (first !== 99 && first !== 104)) return 0;
  const word = latin1(bytes, start, end).toUpperCase();
  // BIND reads the long names too.
  if (word === "CHAOS") return 3;
  if (word === "HESIOD") return 4;
  return /^CLASS\d{1,5}$/.test(word) && Number(word.slice(5)) <= 0xffff ? Number(word.slice(5)) : 0;
}

/** `[AGE:3641234]`: Microsoft's DNS server writes there, before the TTL, when a host registered itself. */
export function isAgeMark(bytes: Uint8Array, start: number, end: number): boolean {
  return bytes[start] === 91 && /^\[AGE:\d+\]$/i.test(latin1(bytes, start, end));
}

/** Seconds of `3600` or `1h30m` (not `1h30`, which servers refuse), else -1; -2 for one over 2^31-1 (RFC 2181 §8). */
export function ttlOf(bytes: Uint8Array, start: number, end: number): number {
  let total = 0;
  let value = 0;
  let digits = 0;
  let hasUnit = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte >= 48 && byte <= 57) {
      value = value * 10 + byte - 48;
      digits++;
    } else {
      const seconds = unitOf(byte);
      if (seconds === 0 || digits === 0) return -1;
      hasUnit = true;
      total += value * seconds;
      value = digits = 0;
    }
  }
  if (end === start || (hasUnit && digits > 0)) return -1;
  return total + value > 0x7fffffff ? -2 : total + value;
}

function unitOf(byte: number): number {
  switch (LOWER[byte]) {
    case 115:
      return 1;
    case 109:
      return 60;
    case 104:
      return 3600;
    case 100:
      return 86400;
    case 119:
      return 604800;
    default:
      return 0;
  }
}

export function latin1(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}

/** A byte order mark in UTF-8. */
export function hasMark(bytes: Uint8Array): boolean {
  return bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
