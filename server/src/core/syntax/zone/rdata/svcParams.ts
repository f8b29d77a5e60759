import { say } from "../../../locale.ts";
import { isIp4, isIp6 } from "./addresses.ts";
import { isBase64Text } from "./encodings.ts";
import { decimal } from "./numbers.ts";
import { numbers, scratch } from "./scratch.ts";
import { decodeString, textEnd } from "./strings.ts";
import { isDohPath, isSvcValue } from "./svcValues.ts";
import { ESCAPED, QUOTED, refuse, type Tokens } from "./trouble.ts";

const KEY = say("a parameter such as `alpn` or `key667`");
const ONCE = say("each parameter once");
const BLANK = say("a blank between parameters");
const NO_VALUE = say("no value");
const ESCAPE = say("`\\DDD` with a number up to 255");
const MANDATORY = say("keys that this record has, each once");
const ALPN = say("protocols such as `h2,h3`");
const WITH_ALPN = say("`alpn` beside `no-default-alpn`");
const PORT = say("a number from 0 to 65535");
const IP4_HINT = say("IPv4 addresses with commas between");
const IP6_HINT = say("IPv6 addresses with commas between");
const BASE64 = say("base64 with its `=` at the end");
const DOHPATH = say("a path such as `/dns-query{?dns}`");
const GROUPS = say("numbers with commas between");

interface SvcKey {
  readonly name: string;
  /** What the value must be; `undefined` where there must be none. */
  readonly wants?: string;
  /** Whether octets `[0, length)` of the scratch buffer are a value. */
  readonly fits?: (length: number) => boolean;
}

/** By number (RFC 9460 §14.3.2, RFC 9461, 9540 and the registry). */
const KEYS: readonly SvcKey[] = [
  { name: "mandatory", wants: MANDATORY, fits: (length) => length > 0 },
  { name: "alpn", wants: ALPN, fits: isAlpn },
  { name: "no-default-alpn" },
  { name: "port", wants: PORT, fits: (length) => decimal(scratch, 0, length, 0xffff) >= 0 },
  { name: "ipv4hint", wants: IP4_HINT, fits: (length) => isList(length, isIp4) },
  { name: "ech", wants: BASE64, fits: (length) => isBase64Text(scratch, 0, length) },
  { name: "ipv6hint", wants: IP6_HINT, fits: (length) => isList(length, isIp6) },
  { name: "dohpath", wants: DOHPATH, fits: (length) => isDohPath(scratch, 0, length) },
  { name: "ohttp" },
  {
    name: "tls-supported-groups",
    wants: GROUPS,
    fits: (length) => isList(length, (bytes, from, to) => decimal(bytes, from, to, 0xffff) >= 0),
  },
  {
    name: "docpath",
    wants: say("segments such as `dns,q`, or nothing"),
    fits: (length) => length === 0 || isAlpn(length),
  },
];

/** `alpn`, `dohpath` and `docpath`: values of all others are names and numbers, where servers take no escape. */
const WITH_ESCAPES: ReadonlySet<number> = new Set([1, 7, 10]);

/** Keys of the record being read; what is beyond the last is not looked at for doubles. */
const seen = new Uint16Array(256);

/** The names that completion and hover know, in the order of their numbers. */
export const SVC_KEY_NAMES: readonly string[] = KEYS.map((it) => it.name);

/** Reads all parameters to the end of the record: how many tokens, or -1 and the trouble (RFC 9460 §2.1, §8). */
export function readSvcParams(bytes: Uint8Array, tokens: Tokens, first: number): number {
  const { from, to, kind, count } = tokens;
  let keys = 0;
  let mandatory = -1;
  for (let token = first; token < count; ) {
    const start = from[token] ?? 0;
    const end = to[token] ?? 0;
    if (((kind[token] ?? 0) & QUOTED) !== 0) return refuse(KEY, token);
    if (token > first && start === to[token - 1]) return refuse(BLANK, token);
    let equals = start;
    while (equals < end && bytes[equals] !== 61) equals++;
    const key = keyNumber(bytes, start, equals);
    if (key < 0) return refuse(KEY, token);
    if (hasKey(keys, key)) return refuse(ONCE, token);
    if (keys < seen.length) seen[keys++] = key;
    if (key === 0) mandatory = token;
    const isQuoted = token + 1 < count && from[token + 1] === end && ((kind[token + 1] ?? 0) & QUOTED) !== 0;
    if (isQuoted && equals !== end - 1) return refuse(BLANK, token + 1);
    if (!readValue(bytes, tokens, token, equals, isQuoted, key)) return -1;
    token += isQuoted ? 2 : 1;
  }
  // Clients ignore the parameters of an alias (priority 0, RFC 9460 §2.4.2); servers refuse what `mandatory` gets wrong all the same.
  if (numbers[0] !== 0 && hasKey(keys, 2) && !hasKey(keys, 1)) return refuse(WITH_ALPN, first, count - 1);
  if (mandatory >= 0 && !areMandatory(bytes, tokens, mandatory, keys)) return refuse(MANDATORY, mandatory);
  return count - first;
}

function hasKey(count: number, key: number): boolean {
  for (let index = 0; index < count; index++) if (seen[index] === key) return true;
  return false;
}

/** A name of the registry, in lower case as the grammar has it, or `key` and a number without leading zeros; or -1. */
function keyNumber(bytes: Uint8Array, from: number, to: number): number {
  for (let key = 0; key < KEYS.length; key++) if (isText(bytes, from, to, KEYS[key]?.name ?? "")) return key;
  if (!isText(bytes, from, from + 3, "key") || to - from < 4 || to - from > 8) return -1;
  if (bytes[from + 3] === 48 && to - from > 4) return -1;
  return decimal(bytes, from + 3, to, 0xfffe);
}

function isText(bytes: Uint8Array, from: number, to: number, text: string): boolean {
  if (to - from !== text.length) return false;
  for (let at = from; at < to; at++) if (bytes[at] !== text.charCodeAt(at - from)) return false;
  return true;
}

/** Puts the value into the scratch buffer and checks it; false leaves the trouble. */
function readValue(
  bytes: Uint8Array,
  tokens: Tokens,
  token: number,
  equals: number,
  isQuoted: boolean,
  key: number,
): boolean {
  const end = tokens.to[token] ?? 0;
  const length = isQuoted
    ? decodeString(bytes, (tokens.from[token + 1] ?? 0) + 1, textEnd(bytes, tokens, token + 1), scratch)
    : decodeString(bytes, Math.min(equals + 1, end), end, scratch);
  const last = isQuoted ? token + 1 : token;
  if (length < 0) return refuse(ESCAPE, token, last) > 0;
  const known = KEYS[key];
  if (known === undefined) return true;
  const { wants, fits } = known;
  // `key3=\001\187` is the value as it goes on the wire (RFC 9460 §2.1).
  if (bytes[tokens.from[token] ?? 0] === 107)
    return isSvcValue(key, scratch, 0, length) || refuse(wants ?? NO_VALUE, token, last) > 0;
  if (fits === undefined || wants === undefined) return length === 0 || refuse(NO_VALUE, token, last) > 0;
  const isPlain = WITH_ESCAPES.has(key) || ((tokens.kind[last] ?? 0) & ESCAPED) === 0;
  return (isPlain && fits(length)) || refuse(wants, token, last) > 0;
}

/** Whether the scratch buffer holds items with commas between, none empty, each of which fits. */
function isList(length: number, fits: (bytes: Uint8Array, from: number, to: number) => boolean): boolean {
  for (let start = 0; start <= length; ) {
    let end = start;
    while (end < length && scratch[end] !== 44) end++;
    if (!fits(scratch, start, end)) return false;
    start = end + 1;
  }
  return true;
}

/** Protocol names of 1 to 255 octets; a comma or backslash inside one has a second backslash (RFC 9460 §A.1). */
function isAlpn(length: number): boolean {
  let octets = 0;
  for (let at = 0; at < length; at++) {
    if (scratch[at] === 44) {
      if (octets === 0 || octets > 255) return false;
      octets = 0;
      continue;
    }
    if (scratch[at] === 92) {
      at++;
      if (at >= length || (scratch[at] !== 92 && scratch[at] !== 44)) return false;
    }
    octets++;
  }
  return octets > 0 && octets <= 255;
}

/** Whether every key that `mandatory` lists is in the record, listed once, and not `mandatory` itself. */
function areMandatory(bytes: Uint8Array, tokens: Tokens, token: number, keys: number): boolean {
  const end = tokens.to[token] ?? 0;
  if (bytes[tokens.from[token] ?? 0] === 107) return true;
  const start = (tokens.from[token] ?? 0) + "mandatory=".length;
  const isQuoted = start === end;
  const length = isQuoted
    ? decodeString(bytes, (tokens.from[token + 1] ?? 0) + 1, textEnd(bytes, tokens, token + 1), scratch)
    : decodeString(bytes, start, end, scratch);
  let listed = 0;
  const areFine = isList(length, (list, from, to) => {
    const key = keyNumber(list, from, to);
    listed++;
    return key > 0 && hasKey(keys, key);
  });
  // As many different keys as items: none is listed twice.
  let different = 0;
  for (let index = 0; index < keys; index++) if (isListed(length, seen[index] ?? 0)) different++;
  return areFine && different === listed;
}

function isListed(length: number, key: number): boolean {
  let found = false;
  isList(length, (list, from, to) => {
    found ||= keyNumber(list, from, to) === key;
    return true;
  });
  return found;
}
