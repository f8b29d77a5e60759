import type { FileEdit } from "../../engine/finding.ts";
import type { ZoneSource } from "../../index.ts";
import type { Field, ZoneRecord } from "../../model/zone.ts";
import type { Range } from "../../text/span.ts";

const SOA = 6;
const SERIAL = 2;
/** RFC 1982 §3.1: 32 bits. */
const MODULUS = 2 ** 32;

export interface SerialRaise {
  readonly serial: string;
  readonly edit: FileEdit;
}

/** The serial of the file's own SOA as it is written; `undefined` where there is none, or several. */
export function serialOf(source: ZoneSource): string | undefined {
  return ownSoa(source)?.field.text;
}

/** Raises the serial of the file's own SOA. `now` in milliseconds since 1970. */
export function raiseSerial(source: ZoneSource, now: number): SerialRaise | undefined {
  const soa = ownSoa(source);
  return soa && raiseOf(source, soa, now);
}

/** The same for an SOA that the range touches. */
export function raiseSerialIn(source: ZoneSource, range: Range, now: number): SerialRaise | undefined {
  for (const entry of source.entries(range.start.line, range.start.line)) {
    const soa = entry.kind === "record" ? soaOf(entry) : undefined;
    if (soa !== undefined) return raiseOf(source, soa, now);
  }
  return undefined;
}

interface Soa {
  readonly record: ZoneRecord;
  readonly field: Field;
  readonly serial: number;
}

function ownSoa({ view, path }: ZoneSource): Soa | undefined {
  const [record, another] = view.apex === undefined ? [] : view.records(view.apex, SOA);
  return record && !another && record.path === path ? soaOf(record) : undefined;
}

function soaOf(record: ZoneRecord): Soa | undefined {
  const field = record.type === SOA ? record.fields[SERIAL] : undefined;
  if (field === undefined || !/^\d{1,10}$/.test(field.text)) return undefined;
  const serial = Number(field.text);
  return serial < MODULUS ? { record, field, serial } : undefined;
}

function raiseOf(source: ZoneSource, { record, field, serial }: Soa, now: number): SerialRaise {
  const next = String(nextSerial(serial, now));
  return {
    serial: next,
    edit: { path: record.path, range: source.rangeOf(record, field.span), newText: next },
  };
}

/**
 * The serial after this one: today's first (`2026112401`) where it is a day's (`YYYYMMDDnn`, RFC 1912 §2.2) and lies before
 * it, else one more. After the greatest comes 1, since some servers take 0 for none.
 */
export function nextSerial(serial: number, now: number): number {
  const today = daySerial(now);
  if (isDaySerial(serial) && serial < today) return today;
  return serial + 1 >= MODULUS ? 1 : serial + 1;
}

function daySerial(now: number): number {
  return Number(`${new Date(now).toISOString().slice(0, 10).replaceAll("-", "")}01`);
}

function isDaySerial(serial: number): boolean {
  const [, year, month, day] = /^((?:19|20)\d\d)(\d\d)(\d\d)\d\d$/.exec(String(serial)) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}
