import { decimal } from "./numbers.ts";

/** Four decimal octets. A leading zero is refused as inet_pton does: it was octal once. */
export function isIp4(bytes: Uint8Array, from: number, to: number): boolean {
  let octet = 0;
  let digits = 0;
  let dots = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 46) {
      if (digits === 0 || ++dots > 3) return false;
      octet = 0;
      digits = 0;
      continue;
    }
    if (byte < 48 || byte > 57 || (digits > 0 && octet === 0)) return false;
    octet = octet * 10 + byte - 48;
    digits++;
    if (octet > 255) return false;
  }
  return dots === 3 && digits > 0;
}

/** RFC 4291 §2.2, with `::` and a dotted tail. */
export function isIp6(bytes: Uint8Array, from: number, to: number): boolean {
  let groups = 0;
  let gap = false;
  let at = from;
  if (to - from < 2 || (bytes[at] === 58 && bytes[at + 1] !== 58)) return false;
  while (at < to) {
    if (bytes[at] === 58) {
      at++;
      if (at < to && bytes[at] === 58) {
        if (gap) return false;
        gap = true;
        if (++at === to) break;
      }
      if (at === to || bytes[at] === 58) return false;
    }
    const first = at;
    while (at < to && hexDigit(bytes[at] ?? 0) >= 0) at++;
    if (at < to && bytes[at] === 46) {
      if (!isIp4(bytes, first, to)) return false;
      groups += 2;
      break;
    }
    if (at === first || at - first > 4 || (at < to && bytes[at] !== 58)) return false;
    groups++;
  }
  return gap ? groups <= 7 : groups === 8;
}

/** Pairs of hexadecimal digits with hyphens (RFC 7043 §3). */
export function isEui(bytes: Uint8Array, from: number, to: number, pairs: number): boolean {
  if (to - from !== pairs * 3 - 1) return false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if ((at - from) % 3 === 2 ? byte !== 45 : hexDigit(byte) < 0) return false;
  }
  return true;
}

/** Four groups of one to four hexadecimal digits (RFC 6742 §2.1.1). */
export function isLocator64(bytes: Uint8Array, from: number, to: number): boolean {
  let groups = 1;
  let digits = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 58) {
      if (digits === 0 || ++groups > 4) return false;
      digits = 0;
    } else if (hexDigit(byte) < 0 || ++digits > 4) return false;
  }
  return groups === 4 && digits > 0;
}

/** `0x`, then pairs of digits, dots between them anywhere (RFC 1706 §7). */
export function isNsap(bytes: Uint8Array, from: number, to: number): boolean {
  if (bytes[from] !== 48 || ((bytes[from + 1] ?? 0) | 32) !== 120) return false;
  let digits = 0;
  for (let at = from + 2; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (hexDigit(byte) >= 0) digits++;
    else if (byte !== 46) return false;
  }
  return digits > 0 && digits % 2 === 0;
}

/** Digits after a plus sign (E.164), or pairs of hexadecimal digits (AESA); single dots may stand between. */
export function isAtma(bytes: Uint8Array, from: number, to: number): boolean {
  const isNumber = bytes[from] === 43;
  let digits = 0;
  let isDigit = false;
  for (let at = isNumber ? from + 1 : from; at < to; at++) {
    const value = hexDigit(bytes[at] ?? 0);
    const wasDigit = isDigit;
    isDigit = value >= 0 && (value < 10 || !isNumber);
    if (isDigit) digits++;
    else if (bytes[at] !== 46 || !wasDigit) return false;
  }
  return isDigit && (isNumber || digits % 2 === 0);
}

/** `[!]family:address/prefix` (RFC 3123 §5). */
export function isPrefix(bytes: Uint8Array, from: number, to: number): boolean {
  const start = bytes[from] === 33 ? from + 1 : from;
  const isFour = bytes[start] === 49;
  if ((!isFour && bytes[start] !== 50) || bytes[start + 1] !== 58) return false;
  let slash = to - 1;
  while (slash > start && bytes[slash] !== 47) slash--;
  if (slash === start || decimal(bytes, slash + 1, to, isFour ? 32 : 128) < 0) return false;
  return isFour ? isIp4(bytes, start + 2, slash) : isIp6(bytes, start + 2, slash);
}

const HEX_VALUES = Int8Array.from({ length: 256 }, (_, byte) => {
  const value = Number.parseInt(String.fromCharCode(byte), 16);
  return Number.isNaN(value) ? -1 : value;
});

/** The value of a hexadecimal digit, or -1. */
export function hexDigit(byte: number): number {
  return HEX_VALUES[byte] ?? -1;
}
