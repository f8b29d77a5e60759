/** RFC 1982 §3.1: 32 bits. */
export const SERIALS = 2 ** 32;

/** The number of a serial as it is written; `undefined` for what is none. */
export function serialNumber(text: string): number | undefined {
  const serial = /^\d{1,10}$/.test(text) ? Number(text) : SERIALS;
  return serial < SERIALS ? serial : undefined;
}

/** Whether secondaries take a serial for newer than another one: less than half the circle ahead (RFC 1982 §3.2). */
export function isNewerSerial(serial: number, before: number): boolean {
  const ahead = (serial - before + SERIALS) % SERIALS;
  return ahead > 0 && ahead < SERIALS / 2;
}

/**
 * The serial after this one: today's first (`2026112401`) where it is a day's (`YYYYMMDDnn`, RFC 1912 §2.2) and lies before
 * it, else one more. After the greatest comes 1, since some servers take 0 for none.
 *
 * @param now milliseconds since 1970
 */
export function nextSerial(serial: number, now: number): number {
  const today = daySerial(now);
  if (isDaySerial(serial) && serial < today) return today;
  return serial + 1 >= SERIALS ? 1 : serial + 1;
}

/** The first serial of a day, as many administrators write it (`YYYYMMDDnn`, RFC 1912 §2.2). */
export function daySerial(now: number): number {
  return Number(`${new Date(now).toISOString().slice(0, 10).replaceAll("-", "")}01`);
}

function isDaySerial(serial: number): boolean {
  const [, year, month, day] = /^((?:19|20)\d\d)(\d\d)(\d\d)\d\d$/.exec(String(serial)) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}
