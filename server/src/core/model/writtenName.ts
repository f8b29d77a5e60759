import { isPlaceholderName } from "../facts/placeholderNames.ts";
import type { Field, Written, ZoneRecord } from "./zone.ts";

/** A domain name that somebody wrote into a record: its owner, or a field that is a name. */
export interface WrittenName extends Written {
  /** `undefined` for the owner. */
  readonly field: Field | undefined;
}

/** The names written in a record, placeholders of exporters left out; an owner that is only inherited is not written here. */
export function writtenNamesOf(record: ZoneRecord): WrittenName[] {
  const names: WrittenName[] = [];
  if (record.ownerField) names.push({ ...record.ownerField, field: undefined });
  for (const field of record.fields) {
    if (field.target !== undefined) names.push({ text: field.text, span: field.span, field });
  }
  return names.filter(({ text }) => !isPlaceholderName(text));
}

/** Whether a name as written is really an IP address, with or without a final dot; brackets as in mail count too. */
export function isAddressLike(written: string): boolean {
  const text = written.replace(/\.$/, "").replace(/^\[(.*)\]$/, "$1");
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return true;
  return /^[0-9a-f:.]+$/i.test(text) && (text.match(/:/g)?.length ?? 0) >= 2;
}
