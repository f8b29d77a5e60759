import type { Field, ZoneRecord } from "./zone.ts";

/** The field of a record that its type calls so; absent in data of the form `\# length hex`. */
export function fieldOf(record: ZoneRecord, name: string): Field | undefined {
  return record.fields.find((it) => it.name === name);
}

/** The number in a field, or `undefined` where there is none (`zone/invalid-rdata` speaks of that). */
export function numberIn(field: Field | undefined): number | undefined {
  return field !== undefined && /^\d{1,10}$/.test(field.text) ? Number(field.text) : undefined;
}
