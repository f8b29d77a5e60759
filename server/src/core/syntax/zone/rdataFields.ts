import {
  type FieldKind,
  KINDS_OF_SEVERAL,
  RECORD_TYPES,
  type RecordField,
  type RecordType,
} from "../../facts/recordTypes.ts";
import { say } from "../../locale.ts";
import { decodeBase64, decodeHex, hexOctets, readHex } from "./rdata/encodings.ts";
import { type FieldReader, READERS, readTexts } from "./rdata/fieldReaders.ts";
import { fixedOctets } from "./rdata/hashLengths.ts";
import { lastField } from "./rdata/lastField.ts";
import { isWord } from "./rdata/mnemonics.ts";
import { decimal } from "./rdata/numbers.ts";
import { namesItsAlgorithm, privateKeyWants } from "./rdata/privateKeys.ts";
import { numbers, scratch } from "./rdata/scratch.ts";
import { ESCAPED, type NameFault, type Tokens, trouble } from "./rdata/trouble.ts";
import { WANTS } from "./rdata/wants.ts";
import { isWireData } from "./rdata/wire.ts";

export type { NameFault, Tokens } from "./rdata/trouble.ts";

/** What is wrong with a record's data, by the numbers of its tokens. */
export interface RdataFault {
  readonly code: "zone/invalid-rdata" | "zone/missing-rdata" | "zone/extra-rdata" | "zone/invalid-name";
  /** For a missing field the token that stands in its place, or the entry's last one where none does. */
  readonly first: number;
  readonly last: number;
  /** The name of the field, as in {@link RECORD_TYPES}; empty for what no field takes. */
  readonly field: string;
  /** What belongs there: an English phrase of at most 40 characters, translated at display. */
  readonly wants: string;
  /** Of `zone/invalid-name`. */
  readonly reason?: NameFault;
}

interface Plan {
  readonly type: RecordType;
  readonly fields: readonly (RecordField & { readonly read: FieldReader })[];
  /** Tokens that it has at least. */
  readonly required: number;
}

/** Kinds that may take no token at all. */
const EMPTY_KINDS: ReadonlySet<string> = new Set([
  "types",
  "nxtTypes",
  "apl",
  "names",
  "words",
  "svcParams",
  "base64Optional",
]);

const PLANS: ReadonlyMap<number, Plan> = new Map(
  RECORD_TYPES.map((type) => {
    const fields = type.fields.map((it) => ({ ...it, read: readerOf(type.name, it) }));
    const required = fields.filter((it) => !it.isOptional && (it.isFilled || !EMPTY_KINDS.has(it.kind))).length;
    return [type.code, { type, fields, required }];
  }),
);

function readerOf(type: string, { kind }: RecordField): FieldReader {
  if (type === "TXT" || type === "SPF") return readTexts;
  return READERS[kind];
}

const NOTHING = say("nothing more");
const GENERIC = say("data such as `\\# 4 c0000201`");
const WIRE = say("the octets of this record type");
const LENGTH = say("as many octets as the length says");

/**
 * Checks the data of one record.
 *
 * @param type the IANA number; one that {@link RECORD_TYPES} does not have wants the form `\# length hex` (RFC 3597 §5)
 * @param first the first data token
 * @returns `undefined` for good data, and then nothing was allocated
 */
export function checkRdata(
  type: number,
  bytes: Uint8Array,
  tokens: Tokens,
  first: number,
): readonly RdataFault[] | undefined {
  const plan = PLANS.get(type);
  if (isGenericMark(bytes, tokens, first)) return checkGeneric(plan, bytes, tokens, first);
  // `TYPE65402` is no word of a dialect.
  if (plan === undefined || (plan.type.isOpaque === true && isNumbered(bytes, tokens, first - 1)))
    return [unknownForm(tokens, first)];
  if (tokens.count - first < plan.required) return [missing(plan, bytes, tokens, first)];
  let faults: RdataFault[] | undefined;
  let at = first;
  let lastAt = first;
  let read = 0;
  for (let index = 0; index < plan.fields.length && at < tokens.count; index++) {
    const field = plan.fields[index];
    if (field === undefined) break;
    const taken = field.read(bytes, tokens, at, index);
    if (taken < 0) faults = [...(faults ?? []), refused(field, tokens)];
    else if (faults === undefined) {
      const wants = misfit(type, field.kind, bytes, tokens, at, at + taken - 1);
      if (wants !== undefined) faults = [invalid(field.name, wants, at, at + taken - 1)];
    }
    lastAt = at;
    at = taken < 0 ? trouble.last + 1 : at + taken;
    read++;
  }
  if (faults === undefined) faults = lastFieldFaults(plan, tokens, read, lastAt);
  if (at >= tokens.count || faults?.some((it) => it.last >= at) || endsAtTrouble(faults, plan)) return faults;
  return [
    ...(faults ?? []),
    { code: "zone/extra-rdata", first: at, last: tokens.count - 1, field: "", wants: NOTHING },
  ];
}

/** What data of the right form should have been by the fields before it, or `undefined` where it fits. */
function misfit(
  type: number,
  kind: FieldKind,
  bytes: Uint8Array,
  tokens: Tokens,
  first: number,
  last: number,
): string | undefined {
  if (kind === "hex") return fixedOctets(type, numbers, hexOctets.count);
  if ((kind !== "base64" && kind !== "base64Optional") || !namesItsAlgorithm(type, numbers)) return undefined;
  return privateKeyWants(numbers[2] ?? 0, scratch, decodeBase64(bytes, tokens, first, last, scratch));
}

function lastFieldFaults(plan: Plan, tokens: Tokens, read: number, lastAt: number): RdataFault[] | undefined {
  const need = lastField(plan.type.code);
  const isRead = read === plan.fields.length;
  const field = plan.fields.at(-1);
  if (field === undefined || need === undefined || need === (isRead ? "needed" : "none")) return undefined;
  const last = tokens.count - 1;
  if (isRead) return [{ code: "zone/extra-rdata", first: lastAt, last, field: "", wants: NOTHING }];
  return [{ code: "zone/missing-rdata", first: last, last, field: field.name, wants: WANTS[field.kind] }];
}

/** After a fault in a field that takes several tokens nobody knows where it would have ended. */
function endsAtTrouble(faults: readonly RdataFault[] | undefined, plan: Plan): boolean {
  const last = faults?.at(-1)?.field;
  const kind = plan.fields.find((it) => it.name === last)?.kind;
  return kind !== undefined && KINDS_OF_SEVERAL.has(kind);
}

function refused(field: RecordField, tokens: Tokens): RdataFault {
  const { wants, first, last, reason } = trouble;
  if (first >= tokens.count) {
    return { code: "zone/missing-rdata", first: tokens.count - 1, last: tokens.count - 1, field: field.name, wants };
  }
  if (reason !== undefined) return { code: "zone/invalid-name", first, last, field: field.name, wants, reason };
  return invalid(field.name, wants, first, last);
}

function invalid(field: string, wants: string, first: number, last: number): RdataFault {
  return { code: "zone/invalid-rdata", first, last, field, wants };
}

/**
 * Which field is missing: where one is, the first that does not fit its token (`MX mail.example.com.` lacks the
 * preference, not the host), unless all fit, then the one behind the last token.
 */
function missing(plan: Plan, bytes: Uint8Array, tokens: Tokens, first: number): RdataFault {
  const present = tokens.count - first;
  let index = 0;
  if (present === plan.required - 1) {
    while (index < present && (plan.fields[index]?.read(bytes, tokens, first + index, index) ?? 0) >= 0) index++;
  } else index = Math.max(0, present);
  const field = plan.fields[index];
  const token = Math.max(0, Math.min(first + index, tokens.count - 1));
  const wants = field === undefined ? "" : WANTS[field.kind];
  return { code: "zone/missing-rdata", first: token, last: token, field: field?.name ?? "", wants };
}

/** Whether a type is written `TYPE65402`. */
function isNumbered(bytes: Uint8Array, tokens: Tokens, token: number): boolean {
  const from = tokens.from[token] ?? 0;
  return isWord(bytes, from, Math.min(from + 4, tokens.to[token] ?? 0), "TYPE");
}

function isGenericMark(bytes: Uint8Array, tokens: Tokens, token: number): boolean {
  if (token >= tokens.count || tokens.kind[token] !== ESCAPED) return false;
  const from = tokens.from[token] ?? 0;
  return (tokens.to[token] ?? 0) - from === 2 && bytes[from + 1] === 35;
}

function unknownForm(tokens: Tokens, first: number): RdataFault {
  const last = Math.max(0, tokens.count - 1);
  if (first > last) return { code: "zone/missing-rdata", first: last, last, field: "data", wants: GENERIC };
  return invalid("data", GENERIC, first, last);
}

/** `\# length hex` (RFC 3597 §5), which a known type still has to understand. */
function checkGeneric(
  plan: Plan | undefined,
  bytes: Uint8Array,
  tokens: Tokens,
  first: number,
): readonly RdataFault[] | undefined {
  const last = tokens.count - 1;
  if (first === last) return [{ code: "zone/missing-rdata", first, last, field: "length", wants: WANTS.u16 }];
  const length = decimal(bytes, tokens.from[first + 1] ?? 0, tokens.to[first + 1] ?? 0, 0xffff);
  if (length < 0) return [invalid("length", WANTS.u16, first + 1, first + 1)];
  if (readHex(bytes, tokens, first + 2, last) < 0) return [invalid("data", trouble.wants, trouble.first, trouble.last)];
  if (hexOctets.count !== length) return [invalid("length", LENGTH, first + 1, first + 1)];
  if (plan === undefined) return undefined;
  decodeHex(bytes, tokens, first + 2, last, scratch);
  const wants = isWireData(plan.type, scratch.subarray(0, length)) ? undefined : WIRE;
  return wants === undefined ? undefined : [invalid("data", wants, Math.min(first + 2, last), last)];
}
