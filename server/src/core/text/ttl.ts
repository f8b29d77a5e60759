/** Seconds a unit of a TTL, as BIND introduced them and all servers read them. */
const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** RFC 2181 §8: the top bit must be 0. */
export const MAX_TTL = 2 ** 31 - 1;

/**
 * The seconds of a TTL as written: `3600`, `1h`, `1h30m`, in any letter case.
 *
 * @returns `undefined` for anything else, and over 2^31-1
 */
export function parseTtl(text: string): number | undefined {
  if (!/^(?:\d+|(?:\d+[smhdw])+)$/i.test(text)) return undefined;
  let seconds = 0;
  for (const [, digits = "", unit = "s"] of text.toLowerCase().matchAll(/(\d+)([smhdw])?/g)) {
    seconds += Number(digits) * (UNITS[unit] ?? 1);
  }
  return seconds <= MAX_TTL ? seconds : undefined;
}
