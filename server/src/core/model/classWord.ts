import { typeCodeOf } from "../facts/recordTypes.ts";
import { didYouMean } from "../text/didYouMean.ts";
import type { ZoneEntry, ZoneRecord } from "./zone.ts";

const CLASSES = ["IN", "CH", "HS"];

/** Whether a word is a class in any letter case (RFC 1035 §3.2.4, RFC 3597 §5). */
export function isClassWord(word: string): boolean {
  return /^(?:IN|CH|CHAOS|CS|HS|HESIOD|NONE|ANY|CLASS\d{1,5})$/i.test(word);
}

/** Whether a directive stands behind blanks, where servers read a record without owner. */
export function isIndentedDirective(entry: ZoneEntry): boolean {
  if (entry.kind !== "record" || entry.ownerField !== undefined) return false;
  return /^\$(?:TTL|ORIGIN|INCLUDE|GENERATE)$/i.test(entry.typeField?.text ?? "");
}

/**
 * The class that the word in the place of a record's type was meant to be: it is near one, and the word after it is a
 * type (`host INN A 192.0.2.1`). `undefined` where it is rather a misspelt type.
 */
export function meantClassOf(record: ZoneRecord): string | undefined {
  const { typeField, fields } = record;
  const [next] = fields;
  if (typeField === undefined || next === undefined || record.type !== 0) return undefined;
  return typeCodeOf(next.text) === undefined ? undefined : didYouMean(typeField.text, CLASSES, 1);
}
