import { OTHER_TYPES } from "./recordTypes/addressing.ts";
import { COMMON_TYPES } from "./recordTypes/common.ts";
import { KEY_TYPES } from "./recordTypes/dnssec.ts";
import { OBSOLETE_TYPES } from "./recordTypes/obsolete.ts";
import { KINDS_OF_SEVERAL, type RecordField, type RecordType } from "./recordTypes/recordType.ts";
import { SERVICE_TYPES } from "./recordTypes/services.ts";
import { UNUSED_TYPES } from "./recordTypes/unused.ts";

export { type FieldKind, KINDS_OF_SEVERAL, type RecordField, type RecordType } from "./recordTypes/recordType.ts";

/**
 * All record types that a zone file may hold, the common ones first. Types of questions and transport (ANY, AXFR, OPT,
 * TSIG, TKEY) are no data and stand nowhere.
 */
export const RECORD_TYPES: readonly RecordType[] = [
  ...COMMON_TYPES,
  ...SERVICE_TYPES,
  ...KEY_TYPES,
  ...OTHER_TYPES,
  ...OBSOLETE_TYPES,
  ...UNUSED_TYPES,
];

const BY_NAME: ReadonlyMap<string, RecordType> = new Map(RECORD_TYPES.map((type) => [type.name, type]));
const BY_CODE: ReadonlyMap<number, RecordType> = new Map(RECORD_TYPES.map((type) => [type.code, type]));

/** @param name upper case */
export function recordTypeByName(name: string): RecordType | undefined {
  return BY_NAME.get(name);
}

export function recordTypeByCode(code: number): RecordType | undefined {
  return BY_CODE.get(code);
}

/**
 * The number of the type that a word names in any letter case: a mnemonic, or `TYPE257` (RFC 3597 §5). `undefined` for
 * a word that is none.
 */
export function typeCodeOf(word: string): number | undefined {
  const upper = word.toUpperCase();
  const known = BY_NAME.get(upper);
  if (known !== undefined) return known.code;
  if (!/^TYPE\d{1,5}$/.test(upper)) return undefined;
  const code = Number(upper.slice(4));
  return code >= 1 && code <= 0xffff ? code : undefined;
}

/** The field that a token of the data belongs to. */
export function fieldAt({ fields }: RecordType, index: number): RecordField | undefined {
  const last = fields.at(-1);
  return fields[index] ?? (last !== undefined && KINDS_OF_SEVERAL.has(last.kind) ? last : undefined);
}
