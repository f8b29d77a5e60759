/** The value of decimal digits, or -1 where there is another character, none at all, or more than `limit`. */
export function decimal(bytes: Uint8Array, from: number, to: number, limit: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
    if (value > limit) return -1;
  }
  return to > from ? value : -1;
}

const MAX_U64 = "18446744073709551615";

/** Whether this is a decimal number of 64 bits, more than a JavaScript number holds. */
export function isU64(bytes: Uint8Array, from: number, to: number): boolean {
  let start = from;
  while (start < to - 1 && bytes[start] === 48) start++;
  if (to <= start || to - start > MAX_U64.length) return false;
  let isBelow = to - start < MAX_U64.length;
  for (let at = start; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 48 || byte > 57) return false;
    const most = MAX_U64.charCodeAt(at - start);
    if (!isBelow && byte > most) return false;
    if (byte < most) isBelow = true;
  }
  return true;
}

/** Seconds of `3600` or `1h30m` up to 32 bits, or -1; digits without a unit behind one that has it are none. */
export function seconds(bytes: Uint8Array, from: number, to: number): number {
  let total = 0;
  let value = 0;
  let digits = 0;
  let hasUnit = false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 48 && byte <= 57) {
      value = value * 10 + byte - 48;
      digits++;
    } else {
      hasUnit = true;
      const unit = unitSeconds(byte | 32);
      if (unit === 0 || digits === 0) return -1;
      total += value * unit;
      value = 0;
      digits = 0;
    }
    if (total + value > 0xffffffff) return -1;
  }
  return to === from || (hasUnit && digits > 0) ? -1 : total + value;
}

function unitSeconds(lower: number): number {
  if (lower === 115) return 1;
  if (lower === 109) return 60;
  if (lower === 104) return 3600;
  if (lower === 100) return 86400;
  return lower === 119 ? 604800 : 0;
}

/** Whether this is a time as RRSIG writes it: `YYYYMMDDHHmmSS`, or seconds since 1970 in 32 bits (RFC 4034 §3.2). */
export function isTime(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== 14) return decimal(bytes, from, to, 0xffffffff) >= 0;
  const year = decimal(bytes, from, from + 4, 9999);
  const month = decimal(bytes, from + 4, from + 6, 12);
  const day = decimal(bytes, from + 6, from + 8, 31);
  const isDate = year >= 1970 && month >= 1 && day >= 1 && day <= daysOf(year, month);
  const hour = decimal(bytes, from + 8, from + 10, 23);
  const minute = decimal(bytes, from + 10, from + 12, 59);
  return isDate && hour >= 0 && minute >= 0 && decimal(bytes, from + 12, to, 60) >= 0;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
