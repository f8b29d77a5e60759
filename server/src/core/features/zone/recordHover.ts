import { type FieldValue, fieldValueOf, fieldValuesOf, SVC_PARAMETERS } from "../../facts/fieldValues.ts";
import {
  fieldAt,
  type RecordField,
  type RecordType,
  recordTypeByCode,
  recordTypeByName,
  typeCodeOf,
} from "../../facts/recordTypes.ts";
import type { ZoneSource } from "../../index.ts";
import type { Translate } from "../../locale.ts";
import { absolutize } from "../../model/domainName.ts";
import type { ZoneView } from "../../model/zone.ts";
import type { Cursor } from "./cursor.ts";
import { OWNERS } from "./directives.ts";
import { describeSeconds, secondsOf } from "./duration.ts";
import { toMarkdown } from "./markdown.ts";
import type { ValueHover } from "./spfHover.ts";
import { ownerOf } from "./textValue.ts";
import { isAt, type Token } from "./tokens.ts";

const ADDRESS_TYPES = [1, 28];
const NAME_KINDS: ReadonlySet<string> = new Set(["host", "name"]);
/** Explains the owner, TTL, class, type or data field at the cursor. */
export function hoverRecord(source: ZoneSource, cursor: Cursor, t: Translate): ValueHover | undefined {
  const { tokens, offset } = cursor;
  const type = typeOf(tokens.type);
  if (tokens.owner !== undefined && isAt(tokens.owner, offset)) return hoverOwner(source.view, cursor, tokens.owner, t);
  if (tokens.ttl !== undefined && isAt(tokens.ttl, offset)) return hoverTtl(tokens.ttl, t);
  if (tokens.class !== undefined && isAt(tokens.class, offset)) return hoverClass(tokens.class, t);
  if (type === undefined || tokens.type === undefined) return undefined;
  if (isAt(tokens.type, offset)) return hoverType(tokens.type, type, t);
  const index = tokens.data.findIndex((it) => isAt(it, offset));
  const token = tokens.data[index];
  const field = token && fieldAt(type, index);
  return field && hoverField(source.view, cursor, token, type, field, t);
}

export function typeOf(token: Token | undefined): RecordType | undefined {
  const code = token && typeCodeOf(token.text);
  return code === undefined ? undefined : recordTypeByCode(code);
}

function hoverOwner(view: ZoneView, cursor: Cursor, token: Token, t: Translate): ValueHover {
  const owner = ownerOf(cursor);
  const fact = OWNERS.find((it) => it.pattern.test(owner));
  const types = [...new Set(view.records(owner).map((it) => it.typeName))];
  const what =
    owner === view.apex
      ? t("the zone itself")
      : owner.startsWith("*.")
        ? t("every name below that has no records")
        : owner;
  const paragraphs = [
    fact && t(fact.doc),
    types.length > 1 ? t("Records here: {types}.", { types: types.slice(0, 8).join(", ") }) : undefined,
    owner === view.apex || owner.startsWith("*.") ? t("In full: `{name}`.", { name: owner }) : undefined,
  ];
  const references = [fact?.reference ?? (owner.startsWith("*.") ? "RFC 4592 §2.1.1" : "RFC 1035 §5.1")];
  return { span: token, markdown: toMarkdown({ code: token.text, what, paragraphs, references }) };
}

function hoverTtl(token: Token, t: Translate): ValueHover | undefined {
  const seconds = secondsOf(token.text);
  if (seconds === undefined) return undefined;
  const paragraphs = [t("The TTL: so long resolvers may keep the record before they ask again.")];
  const what = describeSeconds(seconds, t);
  return { span: token, markdown: toMarkdown({ code: token.text, what, paragraphs, references: ["RFC 1035 §3.2.1"] }) };
}

function hoverClass(token: Token, t: Translate): ValueHover {
  const isInternet = /^(?:IN|CLASS1)$/i.test(token.text);
  const paragraphs = isInternet ? [t("It may be left out: a zone has one class only.")] : [];
  const what = isInternet ? t("the class of the Internet") : t("a class that mail never uses");
  return { span: token, markdown: toMarkdown({ code: token.text, what, paragraphs, references: ["RFC 1035 §3.2.4"] }) };
}

function hoverType(token: Token, type: RecordType, t: Translate): ValueHover {
  const form = [type.name, ...type.fields.map((it) => (it.isOptional ? `[${it.name}]` : it.name))].join(" ");
  const obsolete = type.isObsolete ? t("It is obsolete.") : undefined;
  const values = type.fields.map((it) => [it.name, t(it.doc)] as const);
  const markdown = toMarkdown({
    code: form,
    what: t(type.doc),
    paragraphs: [obsolete],
    values,
    references: [type.reference],
  });
  return { span: token, markdown };
}

function hoverField(
  view: ZoneView,
  cursor: Cursor,
  token: Token,
  type: RecordType,
  field: RecordField,
  t: Translate,
): ValueHover {
  const seconds = field.kind === "ttl" ? secondsOf(token.text) : undefined;
  const isName = NAME_KINDS.has(field.kind);
  const known = fieldValueOf(type, field, token.text);
  const paragraphs = [
    known === undefined ? describeWord(field, token.text, t) : t(known.doc),
    t(field.doc),
    seconds === undefined ? undefined : t("Here: {duration}.", { duration: describeSeconds(seconds, t) }),
    isName ? describeTarget(view, absolutize(token.text, cursor.entry?.origin ?? "."), t) : undefined,
    field.kind === "mbox" ? describeMailbox(absolutize(token.text, cursor.entry?.origin ?? "."), t) : undefined,
    field.kind === "u32" && type.name === "SOA" ? describeSerial(token.text, t) : undefined,
  ];
  const what = t("{field} of the {type} record", { field: field.name, type: type.name });
  const values = fieldValuesOf(type, field).filter((it) => it.isOld !== true);
  const table = field.kind === "ttl" ? [] : values.map((it) => [valueName(it), t(it.doc)] as const);
  const text = { code: token.text, what, paragraphs, values: table, references: [type.reference] };
  return { span: token, markdown: toMarkdown(text) };
}

function valueName({ value, mnemonic }: FieldValue): string {
  return mnemonic === undefined ? value : `${value} ${mnemonic}`;
}

/** A word of a list: the type that a bitmap names, the parameter of an SVCB record. */
function describeWord(field: RecordField, word: string, t: Translate): string | undefined {
  if (field.kind === "types" || field.kind === "typeCode") {
    const type = recordTypeByName(word.toUpperCase());
    return type && t(type.doc);
  }
  const [name = ""] = field.kind === "svcParams" ? word.split("=") : [];
  const parameter = SVC_PARAMETERS.find((it) => it.name === name);
  return parameter && t(parameter.doc);
}

/** The name in full, and what the zone says of it. */
function describeTarget(view: ZoneView, written: string, t: Translate): string {
  const name = written.toLowerCase();
  const full = t("In full: `{name}`.", { name });
  if (name === ".") return t("The root: there is no such host.");
  const addresses = ADDRESS_TYPES.flatMap((it) => view.records(name, it)).map((it) => it.fields[0]?.value.value ?? "");
  if (addresses.length > 0) {
    return `${full} ${t("Its addresses here: {addresses}.", { addresses: addresses.slice(0, 4).join(", ") })}`;
  }
  const [alias] = view.records(name, 5);
  const target = alias?.fields[0]?.target;
  return target === undefined ? full : `${full} ${t("Here it is an alias of `{target}`.", { target })}`;
}

/** The first dot that is not escaped stands for the at-sign (RFC 1035 §3.3.13). */
function describeMailbox(name: string, t: Translate): string | undefined {
  const [, local = "", domain = ""] = /^((?:\\.|[^.\\])+)\.(.+)\.$/s.exec(name) ?? [];
  if (local === "" || domain === "") return undefined;
  return t("The address: `{address}`.", { address: `${local.replace(/\\(.)/g, "$1")}@${domain}` });
}

/** Many administrators write the day and a number of that day. */
function describeSerial(text: string, t: Translate): string | undefined {
  const [, year = "", month = "", day = "", number = ""] = /^((?:19|20)\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  if (year === "" || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return undefined;
  return t("It reads as change {number} of {date}.", { number: Number(number), date: `${year}-${month}-${day}` });
}
