import { type RecordType, recordTypeByCode } from "../facts/recordTypes.ts";
import { say } from "../locale.ts";
import { absolutize, canonicalName } from "../model/domainName.ts";
import type { Directive, DomainName, Field, Written, ZoneEntry, ZoneRecord, ZoneView } from "../model/zone.ts";
import type { SyntaxIssue } from "../syntax/parsed.ts";
import { CLASS_IN, classOf, DIRECTIVE, isDigit, ttlOf, typeOf } from "../syntax/zone/characters.ts";
import type { Chunk } from "../syntax/zone/chunks.ts";
import { TEMPLATE } from "../syntax/zone/flags.ts";
import { ROOT } from "../syntax/zone/names.ts";
import { checkRdata } from "../syntax/zone/rdataFields.ts";
import {
  BLANK_OWNER,
  EntryScanner,
  ESCAPED,
  OPEN_QUOTE,
  QUOTED,
  STRAY_CLOSE,
  UNBALANCED,
} from "../syntax/zone/scanner.ts";
import type { ZoneDocument } from "../syntax/zone/zoneDocument.ts";
import { MappedText } from "../text/mappedText.ts";
import { type Span, span } from "../text/span.ts";
import { readDirectiveIssues } from "./directiveIssues.ts";
import { readGaps } from "./entryLayout.ts";
import { EntryText } from "./entryText.ts";

/** An entry as an object, made from its bytes when somebody asks; `id` is its number in the document's columns. */
export type ReadEntry = ZoneEntry & { readonly id: number; readonly source: EntryText };

/** Makes entries into objects: what rules, hover and completion look at. Keeps nothing. */
export class EntryMaker {
  readonly #document: ZoneDocument;
  readonly #zone: ZoneView;
  /** Its own: the document's may be in use. */
  readonly #scanner = new EntryScanner();

  constructor(document: ZoneDocument, zone: ZoneView) {
    this.#document = document;
    this.#zone = zone;
  }

  make(id: number): ReadEntry {
    const { columns } = this.#document;
    const chunk = this.#document.chunkOf(id);
    const start = columns.start[id] ?? 0;
    const scanner = this.#scanner;
    scanner.scan(chunk.bytes, start, chunk.length);
    const end = start + (columns.length[id] ?? 0);
    const source = new EntryText(chunk.bytes, start, end);
    const tokens: Token[] = [];
    for (let index = 0; index < scanner.count; index++) {
      const from = source.offsetOf((scanner.from[index] ?? 0) - start);
      const to = source.offsetOf((scanner.to[index] ?? 0) - start);
      tokens.push({ span: span(from, to), text: source.text.slice(from, to), kind: scanner.kind[index] ?? 0 });
    }
    const basics = this.#basics(id, chunk, source, tokens);
    if (columns.type[id] === DIRECTIVE) return this.#directive(id, tokens, basics);
    return this.#record(id, chunk, tokens, basics);
  }

  #basics(id: number, chunk: Chunk, source: EntryText, tokens: readonly Token[]) {
    const { columns, reader } = this.#document;
    const { comments, strayParenthesis } = readGaps(
      source.text,
      tokens.map((it) => it.span),
    );
    const issues: SyntaxIssue[] = [];
    const { status } = this.#scanner;
    const last = tokens.at(-1);
    const unclosed = tokens.find((it) => (it.kind & QUOTED) !== 0 && !isClosed(it.text));
    if ((status & OPEN_QUOTE) !== 0 && unclosed)
      issues.push({ code: "zone/unterminated-string", span: unclosed.span, detail: unclosed.text });
    if ((status & (UNBALANCED | STRAY_CLOSE)) !== 0 && strayParenthesis !== undefined) {
      const at = span(strayParenthesis, strayParenthesis + 1);
      issues.push({ code: "zone/unbalanced-parenthesis", span: at, detail: source.text[strayParenthesis] ?? "(" });
    }
    const first = tokens.find((it) => it.span.end > it.span.start);
    const whole = span(
      first?.span.start ?? 0,
      Math.max(last?.span.end ?? 0, strayParenthesis === undefined ? 0 : strayParenthesis + 1),
    );
    return {
      id,
      source,
      path: chunk.list.path,
      text: source.text,
      span: whole,
      origin: reader.origins[columns.origin[id] ?? 0]?.name ?? ".",
      issues,
      comments,
      zone: this.#zone,
    };
  }

  #directive(id: number, tokens: readonly Token[], basics: Basics): ReadEntry {
    const nameField = written(tokens[0]);
    const args = tokens.slice(1).map((it) => new FieldImpl("", "word", it));
    const name = nameField.text.toUpperCase();
    const index = this.#document.entryAt(this.#document.chunkOf(id), this.#document.columns.start[id] ?? 0);
    // Its own origin is the one before it: `$ORIGIN` relative to the last.
    const before = this.#document.stateBefore(this.#document.chunkOf(id), index).origin;
    const origin = this.#document.reader.origins[before]?.name ?? ".";
    const directive: Directive & Pick<ReadEntry, "id" | "source"> = {
      ...basics,
      origin,
      kind: "directive",
      name,
      nameField,
      args,
    };
    if (this.#isTemplate(id)) return { ...directive, issues: [] };
    return {
      ...directive,
      issues: [...basics.issues, ...readDirectiveIssues(directive, this.#document.inclusions.get(id))],
    };
  }

  #isTemplate(id: number): boolean {
    return ((this.#document.columns.flags[id] ?? 0) & TEMPLATE) !== 0;
  }

  #record(id: number, chunk: Chunk, tokens: readonly Token[], basics: Basics): ReadEntry {
    const { columns, index } = this.#document;
    const head = this.#readHead(id, chunk, tokens, basics);
    const type = head.typeField === undefined ? 0 : (this.#typeOf(head.token, chunk) ?? 0);
    const known = recordTypeByCode(type);
    const fields =
      type === 0 ? this.#opaque(tokens, head.token + 1) : makeFields(known, tokens, head.token + 1, basics.origin);
    const seconds = index.seconds(columns.ttl[id] ?? -1);
    const record: ReadEntry = {
      ...basics,
      kind: "record",
      owner: head.owner,
      ownerField: head.ownerField,
      ttl: seconds < 0 ? undefined : seconds,
      ttlField: head.ttlField,
      classField: head.classField,
      type,
      typeName: known?.name ?? head.typeField?.text.toUpperCase() ?? "",
      typeField: head.typeField,
      fields,
    };
    if (this.#isTemplate(id)) return { ...record, issues: [] };
    return { ...record, issues: [...head.issues, ...this.#rdataIssues(type, known, head, chunk, tokens)] };
  }

  /** Owner, TTL, class and type, in the order in which they may stand (RFC 1035 §5.1). */
  #readHead(id: number, chunk: Chunk, tokens: readonly Token[], basics: Basics): Head {
    const issues: SyntaxIssue[] = [...basics.issues];
    const isBlank = ((this.#document.columns.flags[id] ?? 0) & BLANK_OWNER) !== 0;
    const ownerField = isBlank ? undefined : written(tokens[0]);
    const owner = canonicalName(this.#document.ownerName(id));
    const first = tokens[0];
    if (isBlank && owner === "" && first)
      issues.push({ code: "zone/missing-owner", span: first.span, detail: first.text });
    if (ownerField && first) issues.push(...this.#nameIssues(first, basics.origin));
    let token = isBlank ? 0 : 1;
    let ttlField: Written | undefined;
    let classField: Written | undefined;
    const { from, to } = this.#scanner;
    for (; token < tokens.length; token++) {
      const [start, end] = [from[token] ?? 0, to[token] ?? 0];
      if (ttlField === undefined && isDigit(chunk.bytes[start])) {
        const seconds = ttlOf(chunk.bytes, start, end);
        if (seconds !== -1) {
          ttlField = written(tokens[token]);
          if (seconds < 0) issues.push({ code: "zone/invalid-ttl", span: ttlField.span, detail: ttlField.text });
          continue;
        }
      }
      const number = classField === undefined ? classOf(chunk.bytes, start, end) : 0;
      if (number === 0) break;
      classField = written(tokens[token]);
      if (number !== CLASS_IN && number !== this.#zoneClass())
        issues.push({ code: "zone/unknown-class", span: classField.span, detail: classField.text });
    }
    const typeField = token < tokens.length ? written(tokens[token]) : undefined;
    if (typeField === undefined) {
      const at = tokens.at(-1)?.span ?? basics.span;
      issues.push({
        code: "zone/syntax",
        span: at,
        detail: tokens.at(-1)?.text ?? "",
        data: { wants: say("a record type") },
      });
    } else if (this.#typeOf(token, chunk) === undefined) {
      // A digit first can only have been meant for a TTL.
      const isTtl = ttlField === undefined && /^\d/.test(typeField.text);
      issues.push({
        code: isTtl ? "zone/invalid-ttl" : "zone/unknown-type",
        span: typeField.span,
        detail: typeField.text,
      });
    }
    return { owner, ownerField, ttlField, classField, typeField, token, issues };
  }

  #typeOf(token: number, chunk: Chunk): number | undefined {
    const { from, to, kind } = this.#scanner;
    if (((kind[token] ?? 0) & QUOTED) !== 0) return undefined;
    return typeOf(chunk.bytes, from[token] ?? 0, to[token] ?? 0) || undefined;
  }

  /** The class that the zone's SOA names. */
  #zoneClass(): number {
    const soa = this.#document.firstSoa();
    if (soa < 0) return CLASS_IN;
    const chunk = this.#document.chunkOf(soa);
    const start = this.#document.columns.start[soa] ?? 0;
    const scanner = new EntryScanner();
    scanner.scan(chunk.bytes, start, chunk.length);
    for (let token = 0; token < Math.min(4, scanner.count); token++) {
      const number = classOf(chunk.bytes, scanner.from[token] ?? 0, scanner.to[token] ?? 0);
      if (number > 0) return number;
    }
    return CLASS_IN;
  }

  #rdataIssues(
    type: number,
    known: RecordType | undefined,
    head: Head,
    chunk: Chunk,
    tokens: readonly Token[],
  ): SyntaxIssue[] {
    if (type === 0) return [];
    const faults = checkRdata(type, chunk.bytes, this.#scanner, head.token + 1) ?? [];
    return faults.map(({ code, first, last, field, wants }) => {
      const start = tokens[Math.min(first, tokens.length - 1)]?.span.start ?? 0;
      const end = tokens[Math.min(last, tokens.length - 1)]?.span.end ?? start;
      const detail = tokens[Math.min(first, tokens.length - 1)]?.text ?? "";
      const typeName = known?.name ?? head.typeField?.text.toUpperCase() ?? "";
      const data = { field, wants, type: typeName, fields: (known?.fields ?? []).map((it) => it.name).join(" ") };
      if (code === "zone/invalid-name")
        return { code, span: span(start, end), detail, data: { ...data, reason: nameFault(detail) ?? "name" } };
      return { code, span: span(start, end), detail, data };
    });
  }

  #nameIssues(token: Token, origin: DomainName): SyntaxIssue[] {
    if ((token.kind & QUOTED) !== 0) return [];
    const { hasher, origins } = this.#document.reader;
    const bytes = new TextEncoder().encode(token.text);
    const base = origins.find((it) => it.name === origin) ?? ROOT;
    const isEscaped = (token.kind & ESCAPED) !== 0;
    if (bytes.length > 0 && hasher.hash(bytes, 0, bytes.length, isEscaped, base)) return [];
    return [
      {
        code: "zone/invalid-name",
        span: token.span,
        detail: token.text,
        data: { reason: nameFault(token.text) ?? "name" },
      },
    ];
  }

  #opaque(tokens: readonly Token[], first: number): Field[] {
    return tokens.slice(first).map((it) => new FieldImpl("", "word", it));
  }
}

interface Basics
  extends Pick<ReadEntry, "id" | "source" | "path" | "text" | "span" | "origin" | "issues" | "comments" | "zone"> {}

interface Head extends Pick<ZoneRecord, "owner" | "ownerField" | "ttlField" | "classField" | "typeField"> {
  /** Number of the token that is the type. */
  readonly token: number;
  readonly issues: readonly SyntaxIssue[];
}

export interface Token {
  readonly span: Span;
  readonly text: string;
  readonly kind: number;
}

function written(token: Token | undefined): Written {
  return { text: token?.text ?? "", span: token?.span ?? span(0, 0) };
}

function isClosed(text: string): boolean {
  if (text.length < 2 || !text.endsWith('"')) return false;
  let backslashes = 0;
  while (text[text.length - 2 - backslashes] === "\\") backslashes++;
  return backslashes % 2 === 0;
}

/** Why a text is no domain name, in the words of the rule's messages. */
function nameFault(text: string): "label" | "empty" | "escape" | undefined {
  if (/\\(?:\d(?!\d\d)|\d\d(?!\d)|2(?:5[6-9]|[6-9]\d)|[3-9]\d\d)/.test(text)) return "escape";
  const labels = text.replace(/\.$/, "").split(/(?<!\\)\./);
  if (text !== "." && labels.some((it) => it === "")) return "empty";
  return labels.some((it) => it.replace(/\\(?:\d{3}|.)/g, "x").length > 63) ? "label" : undefined;
}

const NAMES = new Set(["name", "host", "mbox", "names"]);

/** The last field of a type takes all tokens that are left, where its kind says so (`strings`, `hex`, `types` …). */
function makeFields(
  type: RecordType | undefined,
  tokens: readonly Token[],
  first: number,
  origin: DomainName,
): Field[] {
  const isGeneric = tokens[first]?.text === "\\#";
  const last = type?.fields.at(-1);
  return tokens.slice(first).map((token, index) => {
    if (isGeneric) return new FieldImpl("", "word", token);
    const field = type?.fields[index] ?? (last && SPREADS.has(last.kind) ? last : undefined);
    return new FieldImpl(
      field?.name ?? "",
      field?.kind ?? "word",
      token,
      field && NAMES.has(field.kind) ? origin : undefined,
    );
  });
}
const SPREADS = new Set([
  "strings",
  "hex",
  "base64",
  "base64Optional",
  "types",
  "names",
  "words",
  "svcParams",
  "apl",
  "location",
  "opaque",
]);

class FieldImpl implements Field {
  readonly name: string;
  readonly kind: string;
  readonly text: string;
  readonly span: Span;
  readonly isQuoted: boolean;
  readonly #origin: DomainName | undefined;
  #value: MappedText | undefined;

  constructor(name: string, kind: string, token: Token, origin?: DomainName) {
    this.name = name;
    this.kind = kind;
    this.text = token.text;
    this.span = token.span;
    this.isQuoted = (token.kind & QUOTED) !== 0;
    this.#origin = origin;
  }

  get value(): MappedText {
    this.#value ??= mapToken(this.text, this.span.start, this.isQuoted);
    return this.#value;
  }

  get target(): DomainName | undefined {
    if (this.#origin === undefined) return undefined;
    return absolutize(canonicalName(this.text), this.#origin);
  }
}

/** The value of a token: without quotes, `\X` is X and `\DDD` the octet of that number (RFC 1035 §5.1). */
function mapToken(text: string, offset: number, isQuoted: boolean): MappedText {
  const begin = isQuoted ? 1 : 0;
  const end = isQuoted && isClosed(text) ? text.length - 1 : text.length;
  const value = new MappedText(offset + begin);
  for (let at = begin; at < end; ) {
    const backslash = text.indexOf("\\", at);
    const plain = backslash < 0 || backslash + 1 >= end ? end : backslash;
    value.pushRun(text.slice(at, plain), offset + at);
    at = plain;
    if (at >= end) break;
    const digits = at + 4 <= end ? /^\d{3}/.exec(text.slice(at + 1, at + 4))?.[0] : undefined;
    const length = digits === undefined ? 2 : 4;
    value.push(
      digits === undefined ? (text[at + 1] ?? "") : String.fromCharCode(Number(digits) & 255),
      offset + at,
      offset + at + length,
    );
    at += length;
  }
  return value;
}
