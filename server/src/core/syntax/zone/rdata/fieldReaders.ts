import type { FieldKind } from "../../../facts/recordTypes.ts";
import { isAtma, isEui, isIp4, isIp6, isLocator64, isNsap, isPrefix } from "./addresses.ts";
import { readBase32, readBase64, readHex, readSalt } from "./encodings.ts";
import { readLocation } from "./location.ts";
import { type MnemonicKind, mnemonic, typeCode } from "./mnemonics.ts";
import { decimal, isTime, isU64, seconds } from "./numbers.ts";
import { numbers } from "./scratch.ts";
import { readName, readString, textEnd } from "./strings.ts";
import { readSvcParams } from "./svcParams.ts";
import { QUOTED, refuse, type Tokens } from "./trouble.ts";
import { WANTS } from "./wants.ts";

/**
 * Reads one field at `token`: how many tokens it takes, or -1 and the trouble.
 *
 * @param index of the field; its number is kept in `numbers`
 */
export type FieldReader = (bytes: Uint8Array, tokens: Tokens, token: number, index: number) => number;

const GATEWAY_TYPE = 15;

/** How each kind of field is read. */
export const READERS: Readonly<Record<FieldKind, FieldReader>> = {
  u8: word("u8", (bytes, from, to) => decimal(bytes, from, to, 0xff)),
  u16: word("u16", (bytes, from, to) => decimal(bytes, from, to, 0xffff)),
  u32: word("u32", (bytes, from, to) => decimal(bytes, from, to, 0xffffffff)),
  u64: form("u64", isU64),
  zero: word("zero", (bytes, from, to) => decimal(bytes, from, to, 0)),
  bit: word("bit", (bytes, from, to) => decimal(bytes, from, to, 1)),
  ttl: word("ttl", seconds),
  time: form("time", isTime),
  ip4: form("ip4", isIp4),
  ip6: form("ip6", isIp6),
  eui48: form("eui48", (bytes, from, to) => isEui(bytes, from, to, 6)),
  eui64: form("eui64", (bytes, from, to) => isEui(bytes, from, to, 8)),
  locator64: form("locator64", isLocator64),
  nsap: form("nsap", isNsap),
  atma: form("atma", isAtma),
  x25: readX25,
  name: readName,
  host: readName,
  mbox: readName,
  names: each(readName),
  gatewayType: word("gatewayType", (bytes, from, to) => {
    numbers[GATEWAY_TYPE] = decimal(bytes, from, to, 3);
    return numbers[GATEWAY_TYPE] ?? -1;
  }),
  gateway: readGateway,
  string: (bytes, tokens, token) => readString(bytes, tokens, token, 255),
  strings: each((bytes, tokens, token) => readString(bytes, tokens, token, 255)),
  text: (bytes, tokens, token) => readString(bytes, tokens, token, 0xffff),
  hex: (bytes, tokens, token) => readHex(bytes, tokens, token, tokens.count - 1),
  hexWord: (bytes, tokens, token) => readHex(bytes, tokens, token, token),
  base64: (bytes, tokens, token) => readBase64(bytes, tokens, token, tokens.count - 1),
  base64Word: (bytes, tokens, token) => readBase64(bytes, tokens, token, token),
  base64Optional: (bytes, tokens, token) => readBase64(bytes, tokens, token, tokens.count - 1),
  base64OrDash: (bytes, tokens, token) =>
    isDash(bytes, tokens, token) ? 1 : readBase64(bytes, tokens, token, tokens.count - 1),
  base32: readBase32,
  salt: readSalt,
  types: each(form("types", (bytes, from, to) => typeCode(bytes, from, to) >= 0)),
  nxtTypes: each(
    form("nxtTypes", (bytes, from, to) => typeCode(bytes, from, to) >= 0 || decimal(bytes, from, to, 127) > 0),
  ),
  typeCode: word("typeCode", typeCode),
  algorithm: number("algorithm"),
  digestType: number("digestType"),
  certType: number("certType"),
  keyFlags: number("keyFlags"),
  keyProtocol: number("keyProtocol"),
  dsyncScheme: number("dsyncScheme"),
  caaTag: form("caaTag", isTag),
  svcParams: readSvcParams,
  apl: each(form("apl", isPrefix)),
  location: readLocation,
  word: () => 1,
  words: (_bytes, tokens, token) => tokens.count - token,
  generic: (_bytes, tokens, token) => refuse(WANTS.generic, token, tokens.count - 1),
  opaque: (_bytes, tokens, token) => tokens.count - token,
};

/** As `strings`, for TXT, where `txt/string-too-long` speaks of long ones. */
export const readTexts: FieldReader = each((bytes, tokens, token) => readString(bytes, tokens, token, 0xffff));

/** One unquoted token with a number. */
function word(kind: FieldKind, read: (bytes: Uint8Array, from: number, to: number) => number): FieldReader {
  return (bytes, tokens, token, index) => {
    if (((tokens.kind[token] ?? 0) & QUOTED) !== 0) return refuse(WANTS[kind], token);
    const value = read(bytes, tokens.from[token] ?? 0, tokens.to[token] ?? 0);
    if (value < 0) return refuse(WANTS[kind], token);
    numbers[index] = value;
    return 1;
  };
}

/** One unquoted token of a certain form. */
function form(kind: FieldKind, isForm: (bytes: Uint8Array, from: number, to: number) => boolean): FieldReader {
  return (bytes, tokens, token) => {
    const isPlain = ((tokens.kind[token] ?? 0) & QUOTED) === 0;
    return isPlain && isForm(bytes, tokens.from[token] ?? 0, tokens.to[token] ?? 0) ? 1 : refuse(WANTS[kind], token);
  };
}

function number(kind: MnemonicKind): FieldReader {
  return word(kind, (bytes, from, to) => mnemonic(kind, bytes, from, to));
}

/** All tokens that are left, each of which takes one. */
function each(one: FieldReader): FieldReader {
  return (bytes, tokens, first, index) => {
    for (let token = first; token < tokens.count; token++) if (one(bytes, tokens, token, index) < 0) return -1;
    return tokens.count - first;
  };
}

function isDash(bytes: Uint8Array, tokens: Tokens, token: number): boolean {
  const from = tokens.from[token] ?? 0;
  return (tokens.to[token] ?? 0) - from === 1 && bytes[from] === 45;
}

/** RFC 1183 §3.1. */
function readX25(bytes: Uint8Array, tokens: Tokens, token: number): number {
  const quote = (tokens.kind[token] ?? 0) & QUOTED;
  const from = (tokens.from[token] ?? 0) + quote;
  const to = textEnd(bytes, tokens, token);
  return to - from >= 4 && to - from <= 255 && decimal(bytes, from, to, Number.POSITIVE_INFINITY) >= 0
    ? 1
    : refuse(WANTS.x25, token);
}

/** Letters and digits (RFC 8659 §4.1). */
function isTag(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    const lower = byte | 32;
    if ((byte < 48 || byte > 57) && (lower < 97 || lower > 122)) return false;
  }
  return to > from && to - from <= 255;
}

/** RFC 4025 §3.1, RFC 8777 §4.3. */
function readGateway(bytes: Uint8Array, tokens: Tokens, token: number): number {
  const from = tokens.from[token] ?? 0;
  const to = tokens.to[token] ?? 0;
  const type = numbers[GATEWAY_TYPE];
  if (type === 1) return isIp4(bytes, from, to) ? 1 : refuse(WANTS.gateway, token);
  if (type === 2) return isIp6(bytes, from, to) ? 1 : refuse(WANTS.gateway, token);
  if (type === 0 && (to - from !== 1 || bytes[from] !== 46)) return refuse(WANTS.gateway, token);
  return readName(bytes, tokens, token);
}
