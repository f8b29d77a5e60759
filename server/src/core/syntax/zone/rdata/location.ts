import { say } from "../../../locale.ts";
import { refuse, type Tokens } from "./trouble.ts";

const LATITUDE = say("degrees up to 90, then `N` or `S`");
const LONGITUDE = say("degrees up to 180, then `E` or `W`");
const MINUTES = say("minutes from 0 to 59");
const SECONDS = say("seconds from 0 to 59.999");
const NOTHING_MORE = say("0 after the largest number of degrees");
const ALTITUDE = say("an altitude in metres, such as `10m`");
const SIZE = say("a size in metres, such as `10m`");

/** Limits in centimetres (RFC 1876 §2, §3). */
const LOWEST = 100_000_00;
const HIGHEST = 42_849_672_95;
const WIDEST = 90_000_000_00;

/** Reads `52 22 23 N 4 53 32 E 2m 1m 10000m 10m`, the last three optional: how many tokens, or -1 and the trouble. */
export function readLocation(bytes: Uint8Array, tokens: Tokens, first: number): number {
  let at = readAngle(bytes, tokens, first, 90, LATITUDE);
  if (at < 0) return -1;
  at = readAngle(bytes, tokens, at, 180, LONGITUDE);
  if (at < 0) return -1;
  if (at >= tokens.count) return refuse(ALTITUDE, at);
  const from = tokens.from[at] ?? 0;
  const isBelow = bytes[from] === 45;
  if (metres(bytes, isBelow ? from + 1 : from, tokens.to[at] ?? 0, isBelow ? LOWEST : HIGHEST) < 0) {
    return refuse(ALTITUDE, at);
  }
  at++;
  for (let size = 0; size < 3 && at < tokens.count; size++, at++) {
    if (metres(bytes, tokens.from[at] ?? 0, tokens.to[at] ?? 0, WIDEST) < 0) return refuse(SIZE, at);
  }
  return at - first;
}

/** The token after `degrees [minutes [seconds]] letter`, or -1 and the trouble. */
function readAngle(bytes: Uint8Array, tokens: Tokens, first: number, limit: number, wants: string): number {
  let at = first;
  let isMost = false;
  for (let part = 0; part < 4; part++, at++) {
    if (at >= tokens.count) return refuse(wants, at);
    const from = tokens.from[at] ?? 0;
    const to = tokens.to[at] ?? 0;
    if (part > 0 && to - from === 1 && isSide(bytes[from] ?? 0, limit)) return at + 1;
    if (part === 3) break;
    const most = part === 0 ? limit * 1000 : part === 1 ? 59_000 : 59_999;
    const value = fixed(bytes, from, to, part === 2 ? 3 : 0, 3);
    if (value < 0 || value > most) return refuse(part === 0 ? wants : part === 1 ? MINUTES : SECONDS, at);
    if (part === 0) isMost = value === most;
    else if (isMost && value > 0) return refuse(NOTHING_MORE, at);
  }
  return refuse(wants, at);
}

/** `N`, `S`, `E` or `W`; servers refuse small letters. */
function isSide(byte: number, limit: number): boolean {
  return limit === 90 ? byte === 78 || byte === 83 : byte === 69 || byte === 87;
}

/** Centimetres of `10`, `10.5` or `10.50m`, or -1. */
function metres(bytes: Uint8Array, from: number, to: number, limit: number): number {
  const end = to > from && ((bytes[to - 1] ?? 0) | 32) === 109 ? to - 1 : to;
  const value = fixed(bytes, from, end, 2, 2);
  return value > limit ? -1 : value;
}

/** A decimal number with at most `decimals` digits after its point, times ten to the power of `scale`; or -1. */
function fixed(bytes: Uint8Array, from: number, to: number, decimals: number, scale: number): number {
  let value = 0;
  let after = -1;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 46 && after < 0 && to - from > 1 && decimals > 0) {
      after = 0;
      continue;
    }
    if (byte < 48 || byte > 57 || after >= decimals || value > 1e12) return -1;
    value = value * 10 + byte - 48;
    if (after >= 0) after++;
  }
  return to > from ? value * 10 ** (scale - Math.max(after, 0)) : -1;
}
