import { recordTypeByCode } from "../facts/recordTypes.ts";
import { canonicalName } from "../model/domainName.ts";
import type { Directive, DomainName, Field, Written, ZoneEntry, ZoneRecord, ZoneView } from "../model/zone.ts";
import type { SyntaxIssue } from "../syntax/parsed.ts";
import { CLASS_IN, classOf, DIRECTIVE, isAgeMark, isDigit, ttlOf, typeOf } from "../syntax/zone/characters.ts";
import type { Chunk } from "../syntax/zone/chunks.ts";
import { TEMPLATE } from "../syntax/zone/flags.ts";
import { NameHasher } from "../syntax/zone/names.ts";
import { BLANK_OWNER, EntryScanner, QUOTED } from "../syntax/zone/scanner.ts";
import type { ZoneDocument } from "../syntax/zone/zoneDocument.ts";
import { type Span, span } from "../text/span.ts";
import { readDirectiveIssues } from "./directiveIssues.ts";
import { makeFields, type Token, TokenField, written } from "./entryFields.ts";
import { type Gaps, readGaps } from "./entryLayout.ts";
import { EntryText } from "./entryText.ts";
import { headIssues, rdataIssues, tokenIssues } from "./recordIssues.ts";

/** An entry as an object, made from its bytes when somebody asks; `id` is its number in the document's columns. */
export type ReadEntry = ZoneEntry & { readonly id: number; readonly source: EntryText };

/** Makes entries into objects: what rules, hover and completion look at. What is seldom wanted is read when asked for. */
export class EntryMaker {
  readonly document: ZoneDocument;
  readonly zone: ZoneView;
  /** Its own: the document's may be in use. */
  readonly scanner = new EntryScanner();
  readonly hasher = new NameHasher();

  constructor(document: ZoneDocument, zone: ZoneView) {
    this.document = document;
    this.zone = zone;
  }

  make(id: number): ReadEntry {
    const chunk = this.scan(id);
    const start = this.document.columns.start[id] ?? 0;
    const source = new EntryText(chunk.bytes, start, start + (this.document.columns.length[id] ?? 0));
    const tokens: Token[] = [];
    const { from, to, kind, count } = this.scanner;
    for (let index = 0; index < count; index++) {
      const at = span(source.offsetOf((from[index] ?? 0) - start), source.offsetOf((to[index] ?? 0) - start));
      tokens.push({ span: at, text: source.text.slice(at.start, at.end), kind: kind[index] ?? 0 });
    }
    const isDirective = this.document.columns.type[id] === DIRECTIVE;
    return isDirective
      ? new ReadDirective(this, id, chunk, source, tokens)
      : new ReadRecord(this, id, chunk, source, tokens);
  }

  /** Puts the scanner on an entry. */
  scan(id: number): Chunk {
    const chunk = this.document.chunkOf(id);
    this.scanner.scan(chunk.bytes, this.document.columns.start[id] ?? 0, chunk.length);
    return chunk;
  }

  /** The class that the zone's SOA names. */
  zoneClass(): number {
    const soa = this.document.firstSoa();
    if (soa < 0) return CLASS_IN;
    const { bytes } = this.scan(soa);
    const { from, to, count } = this.scanner;
    for (let token = 0; token < Math.min(4, count); token++) {
      const number = classOf(bytes, from[token] ?? 0, to[token] ?? 0);
      if (number > 0) return number;
    }
    return CLASS_IN;
  }
}

abstract class Read {
  readonly id: number;
  readonly source: EntryText;
  readonly path: string;
  readonly zone: ZoneView;
  protected readonly maker: EntryMaker;
  protected readonly tokens: readonly Token[];
  #gaps: Gaps | undefined;
  #issues: readonly SyntaxIssue[] | undefined;

  constructor(maker: EntryMaker, id: number, chunk: Chunk, source: EntryText, tokens: readonly Token[]) {
    this.maker = maker;
    this.id = id;
    this.source = source;
    this.path = chunk.list.path;
    this.zone = maker.zone;
    this.tokens = tokens;
  }

  get text(): string {
    return this.source.text;
  }

  protected get gaps(): Gaps {
    this.#gaps ??= readGaps(
      this.text,
      this.tokens.map((it) => it.span),
    );
    return this.#gaps;
  }

  get span(): Span {
    const first = this.tokens.find((it) => it.span.end > it.span.start);
    const end = this.tokens.at(-1)?.span.end ?? 0;
    const { strayParentheses } = this.gaps;
    const start = first?.span.start ?? strayParentheses[0] ?? 0;
    return span(start, Math.max(end, start, ...strayParentheses.map((it) => it + 1)));
  }

  get comments(): readonly Span[] {
    return this.gaps.comments;
  }

  get issues(): readonly SyntaxIssue[] {
    this.#issues ??= this.#isTemplate
      ? []
      : [...tokenIssues(this.text, this.tokens, this.gaps.strayParentheses), ...this.ownIssues()];
    return this.#issues;
  }

  get #isTemplate(): boolean {
    return ((this.maker.document.columns.flags[this.id] ?? 0) & TEMPLATE) !== 0;
  }

  protected abstract ownIssues(): SyntaxIssue[];
}

class ReadDirective extends Read implements Directive {
  readonly kind = "directive";

  get name(): string {
    return this.nameField.text.toUpperCase();
  }

  get nameField(): Written {
    return written(this.tokens[0]);
  }

  get args(): readonly Field[] {
    return this.tokens.slice(1).map((it) => new TokenField("", "word", it));
  }

  get includedPath(): string | undefined {
    const inclusion = this.maker.document.inclusions.get(this.id);
    if (inclusion?.kind === "included") return inclusion.list.path;
    return inclusion?.kind === "missing" || inclusion?.kind === "cycle" ? inclusion.path : undefined;
  }

  /** The one before it: what a relative `$ORIGIN` is relative to. */
  get origin(): DomainName {
    const { document } = this.maker;
    const chunk = document.chunkOf(this.id);
    const index = document.entryAt(chunk, document.columns.start[this.id] ?? 0);
    return document.reader.origins[document.stateBefore(chunk, index).origin]?.name ?? ".";
  }

  protected ownIssues(): SyntaxIssue[] {
    return readDirectiveIssues(this, this.maker.document.inclusions.get(this.id));
  }
}

class ReadRecord extends Read implements ZoneRecord {
  readonly kind = "record";
  readonly type: number;
  readonly ownerField: Written | undefined;
  readonly ttlField: Written | undefined;
  readonly classField: Written | undefined;
  readonly typeField: Written | undefined;
  readonly #typeToken: number;
  #owner: DomainName | undefined;
  #fields: readonly Field[] | undefined;

  /** The scanner stands on the entry. Reads owner, TTL, class and type, in the order in which they may stand (RFC 1035 §5.1). */
  constructor(maker: EntryMaker, id: number, chunk: Chunk, source: EntryText, tokens: readonly Token[]) {
    super(maker, id, chunk, source, tokens);
    const { from, to } = maker.scanner;
    const isBlank = ((maker.document.columns.flags[id] ?? 0) & BLANK_OWNER) !== 0;
    this.ownerField = isBlank ? undefined : tokens[0];
    let token = isBlank ? 0 : 1;
    for (; token < tokens.length; token++) {
      const [start, end] = [from[token] ?? 0, to[token] ?? 0];
      if (!this.ttlField && isDigit(chunk.bytes[start]) && ttlOf(chunk.bytes, start, end) !== -1)
        this.ttlField = tokens[token];
      else if (!this.classField && classOf(chunk.bytes, start, end) > 0) this.classField = tokens[token];
      else if (!isAgeMark(chunk.bytes, start, end)) break;
    }
    const isWord = token < tokens.length && ((tokens[token]?.kind ?? 0) & QUOTED) === 0;
    this.type = isWord ? typeOf(chunk.bytes, from[token] ?? 0, to[token] ?? 0) : 0;
    this.typeField = tokens[token];
    this.#typeToken = token;
  }

  get origin(): DomainName {
    const { columns, reader } = this.maker.document;
    return reader.origins[columns.origin[this.id] ?? 0]?.name ?? ".";
  }

  get owner(): DomainName {
    this.#owner ??= canonicalName(this.maker.document.ownerName(this.id));
    return this.#owner;
  }

  get ttl(): number | undefined {
    const { columns, index } = this.maker.document;
    const seconds = index.seconds(columns.ttl[this.id] ?? -1);
    return seconds < 0 ? undefined : seconds;
  }

  get typeName(): string {
    return recordTypeByCode(this.type)?.name ?? this.typeField?.text.toUpperCase() ?? "";
  }

  get fields(): readonly Field[] {
    this.#fields ??= makeFields(recordTypeByCode(this.type), this.tokens.slice(this.#typeToken + 1), this.origin);
    return this.#fields;
  }

  protected ownIssues(): SyntaxIssue[] {
    const issues = headIssues(this, this.tokens, this.maker.hasher, () => this.maker.zoneClass());
    if (this.type === 0) return issues;
    const { bytes } = this.maker.scan(this.id);
    const known = recordTypeByCode(this.type);
    const first = this.#typeToken + 1;
    return [...issues, ...rdataIssues(this.type, known, this.typeName, bytes, this.maker.scanner, this.tokens, first)];
  }
}
