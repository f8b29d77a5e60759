import type { FileEdit } from "../../engine/finding.ts";
import type { ZoneSource } from "../../index.ts";
import { nextSerial, serialNumber } from "../../model/soaSerial.ts";
import type { Field, ZoneRecord } from "../../model/zone.ts";
import type { Range } from "../../text/span.ts";

const SOA = 6;
const SERIAL = 2;

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
  const serial = field && serialNumber(field.text);
  return field !== undefined && serial !== undefined ? { record, field, serial } : undefined;
}

function raiseOf(source: ZoneSource, { record, field, serial }: Soa, now: number): SerialRaise {
  const next = String(nextSerial(serial, now));
  return {
    serial: next,
    edit: { path: record.path, range: source.rangeOf(record, field.span), newText: next },
  };
}
