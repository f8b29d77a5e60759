import { templateTagAt } from "../facts/placeholderNames.ts";
import { recordTypeByCode } from "../facts/recordTypes.ts";
import { isAtOrBelow, parentOf } from "../model/domainName.ts";
import type {
  Answer,
  CommittedZone,
  Directive,
  DomainName,
  Mark,
  Occlusion,
  ZoneEntry,
  ZoneRecord,
  ZoneView,
} from "../model/zone.ts";
import { DIRECTIVE, TYPE } from "../syntax/zone/characters.ts";
import type { Chunk, ChunkList } from "../syntax/zone/chunks.ts";
import { TEMPLATE } from "../syntax/zone/flags.ts";
import { ROOT } from "../syntax/zone/names.ts";
import type { ZoneDocument } from "../syntax/zone/zoneDocument.ts";
import { HAS_ANY, HAS_CUT, OCCLUDED, STAYS_AT_CUT, STAYS_BELOW_CUT } from "../syntax/zone/zoneIndex.ts";
import { span } from "../text/span.ts";
import { ANYTHING, type Dependencies, type Topic } from "./dependencies.ts";
import { EntryMaker, type ReadEntry } from "./zoneEntries.ts";

const ENCODER = new TextEncoder();
const MOST_NUMBERS = 20_000;
const MOST_MADE = 2_000;
/** Of a list that somebody asks for whole. */
const MOST_DIRECTIVES = 1_000;
/** Of names whose keys are compared. */
const MOST_KEY_OWNERS = 256;

/** Answers the questions of rules from the zone's indexes. Objects are made when asked for and kept until they change. */
export class DocumentView implements ZoneView {
  readonly #document: ZoneDocument;
  readonly #dependencies: Dependencies;
  readonly #maker: EntryMaker;
  readonly #made = new Map<number, ReadEntry>();
  /** Numbers of names that rules asked about; a name keeps its number. */
  readonly #numbers = new Map<DomainName, number>();
  #directives: readonly Directive[] = [];
  #directivesVersion = -1;
  /** Set by who can tell: see {@link ZoneView.committed}. */
  findCommitted: () => CommittedZone | undefined = () => undefined;

  constructor(document: ZoneDocument, dependencies: Dependencies) {
    this.#document = document;
    this.#dependencies = dependencies;
    this.#maker = new EntryMaker(document, this);
  }

  /** The object of an entry; the same one until the entry changes. */
  entry(id: number): ReadEntry {
    const known = this.#made.get(id);
    if (known) return known;
    const made = this.#maker.make(id);
    this.#made.set(id, made);
    return made;
  }

  /** An entry is gone or read anew. */
  forget(id: number): void {
    this.#made.delete(id);
  }

  forgetAll(): void {
    this.#made.clear();
    this.#directivesVersion = -1;
  }

  /** Objects that nobody is likely to ask for again. */
  trim(): void {
    if (this.#made.size > MOST_MADE) this.#made.clear();
  }

  get path(): string {
    return this.#document.list.path;
  }

  get apex(): DomainName | undefined {
    return this.#document.reader.hasher.apex?.name;
  }

  /** What a topic is about, as a text: if it changes, those who asked ask again. */
  stateOf(topic: Topic): string {
    const { index, directivesVersion, soas, list } = this.#document;
    if (topic === "types") return `${index.typesVersion} ${soas.size} ${this.#hidesSomething}`;
    if (topic === "structure") return `${index.structureVersion} ${this.#hidesSomething} ${this.#isGenerated}`;
    if (topic === "keys") return `${this.#document.reader.keyOwners.size} ${this.#hasDomainKeys}`;
    return topic === "directives" ? `${directivesVersion}` : `${this.#lastRecordIn(list)}`;
  }

  get hasSoa(): boolean {
    this.#dependencies.onTopic("types");
    return this.#document.soas.size > 0;
  }

  get isPartial(): boolean {
    this.#dependencies.onTopic("types");
    return this.#hidesSomething;
  }

  get #hidesSomething(): boolean {
    const { templates, inclusions } = this.#document;
    if (templates > 0) return true;
    for (const { kind } of inclusions.values()) if (kind !== "included" && kind !== "generated") return true;
    return false;
  }

  records(owner: DomainName, type?: number): readonly ZoneRecord[] {
    const name = this.nameOf(owner);
    this.#dependencies.onName(name, type ?? ANYTHING);
    return this.#recordsAt(name, type);
  }

  #recordsAt(name: number, type?: number): ZoneRecord[] {
    const { columns, index } = this.#document;
    const ids = index.entriesAt(name).filter((id) => type === undefined || columns.type[id] === type);
    return ids.map((id) => this.entry(id)).filter((it) => it.kind === "record");
  }

  /** The number of a name, a new one if the zone never spelt it: it may yet. */
  nameOf(name: DomainName): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const { hasher } = this.#document.reader;
    const bytes = ENCODER.encode(name);
    hasher.hash(bytes, 0, bytes.length, name.includes("\\"), ROOT);
    const number = this.#document.names.intern(hasher);
    if (this.#numbers.size > MOST_NUMBERS) this.#numbers.clear();
    this.#numbers.set(name, number);
    return number;
  }

  isTarget(target: DomainName, type: number): boolean {
    const { columns, index } = this.#document;
    const name = this.nameOf(target);
    this.#dependencies.onName(name, ANYTHING);
    for (const entry of index.referencesTo(name)) if (columns.type[entry] === type) return true;
    return false;
  }

  count(type: number): number {
    this.#dependencies.onTopic("types");
    return this.#document.index.countByType[type] ?? 0;
  }

  get hasDomainKeys(): boolean {
    this.#dependencies.onTopic("keys");
    return this.#hasDomainKeys;
  }

  get #hasDomainKeys(): boolean {
    const { reader, index } = this.#document;
    for (const name of reader.keyOwners) if ((index.has(name) & HAS_ANY) !== 0) return true;
    return false;
  }

  domainKeys(): readonly ZoneRecord[] {
    this.#dependencies.onTopic("keys");
    const { columns, reader, index } = this.#document;
    const owners: number[] = [];
    for (const name of reader.keyOwners) {
      this.#dependencies.onName(name, ANYTHING);
      if ((index.has(name) & HAS_ANY) !== 0 && owners.push(name) > MOST_KEY_OWNERS) return [];
    }
    const ids = owners.flatMap((name) => index.entriesAt(name).filter((id) => columns.type[id] === TYPE.TXT));
    ids.sort((a, b) => (a === b ? 0 : this.#document.isBefore(a, b) ? -1 : 1));
    return ids.map((id) => this.entry(id)).filter((it) => it.kind === "record");
  }

  answer(name: DomainName, type: number): Answer {
    const { index } = this.#document;
    const { apex } = this;
    if (apex === undefined || apex === "." || !isAtOrBelow(name, apex)) return { kind: "unknown" };
    const number = this.nameOf(name);
    // Of addresses the words of server dialects decide too.
    this.#dependencies.onName(number, isAddressType(type) ? ANYTHING : type);
    this.#dependencies.onTopic("structure"); // cuts and wildcards above
    const isAtCut = (index.has(number) & HAS_CUT) !== 0 && this.#recordsAt(number, TYPE.NS).length > 0;
    if (index.cutAbove(number) >= 0 || (isAtCut && type !== TYPE.NS && type !== TYPE.DS)) return { kind: "unknown" };
    const records = this.#recordsAt(number);
    if (records.length > 0)
      return pick(records, type) ?? (this.#hidesSomething ? { kind: "unknown" } : { kind: "nodata" });
    if (this.#hidesSomething || this.#isGenerated) return { kind: "unknown" };
    if (index.exists(number)) return { kind: "nodata" };
    return index.hasWildcards ? this.#wildcardAnswer(name, apex, type) : { kind: "missing" };
  }

  /** RFC 4592 §3.3.1: the wildcard below the closest name that exists answers, if there is one. */
  #wildcardAnswer(name: DomainName, apex: DomainName, type: number): Answer {
    const { index } = this.#document;
    for (let at = parentOf(name); isAtOrBelow(at, apex); at = parentOf(at)) {
      const wildcard = this.nameOf(`*.${at}`);
      this.#dependencies.onName(wildcard, ANYTHING);
      const records = this.#recordsAt(wildcard);
      if (records.length > 0) return pick(records, type) ?? { kind: "nodata" };
      const number = this.nameOf(at);
      this.#dependencies.onName(number, ANYTHING);
      if (index.exists(number) || at === apex) return { kind: "missing" };
    }
    return { kind: "missing" };
  }

  /** Whether a `$GENERATE` makes names that are not known here. */
  get #isGenerated(): boolean {
    const { inclusions } = this.#document;
    return this.#allDirectives.some((it) => {
      if (it.name !== "$GENERATE") return false;
      // Every entry of the list was made by this view.
      const generated = inclusions.get((it as ReadEntry).id);
      return generated?.kind !== "generated" || !generated.isWhole;
    });
  }

  get directives(): readonly Directive[] {
    this.#dependencies.onTopic("directives");
    return this.#allDirectives;
  }

  get #allDirectives(): readonly Directive[] {
    if (this.#directivesVersion !== this.#document.directivesVersion) {
      this.#directivesVersion = this.#document.directivesVersion;
      const ids = [...this.#document.directives].slice(0, MOST_DIRECTIVES);
      ids.sort((a, b) => (a === b ? 0 : this.#document.isBefore(a, b) ? -1 : 1));
      this.#directives = ids.map((id) => this.entry(id)).filter((it) => it.kind === "directive");
    }
    return this.#directives;
  }

  get firstEntry(): ZoneEntry | undefined {
    this.#dependencies.onUntraced();
    const chunk = this.#document.list.chunks.find((it) => it.count > 0);
    const id = chunk?.ids[0];
    return id === undefined ? undefined : this.entry(id);
  }

  get lastRecord(): ZoneRecord | undefined {
    this.#dependencies.onTopic("last");
    const id = this.#lastRecordIn(this.#document.list);
    const entry = id === undefined ? undefined : this.entry(id);
    return entry?.kind === "record" ? entry : undefined;
  }

  #lastRecordIn({ chunks }: ChunkList): number | undefined {
    const { columns, inclusions } = this.#document;
    for (let index = chunks.length - 1; index >= 0; index--) {
      const chunk = chunks[index];
      for (let at = (chunk?.count ?? 0) - 1; at >= 0; at--) {
        const id = chunk?.ids[at] ?? -1;
        if (columns.type[id] !== DIRECTIVE) return id;
        const inclusion = inclusions.get(id);
        const inside = inclusion?.kind === "included" ? this.#lastRecordIn(inclusion.list) : undefined;
        if (inside !== undefined) return inside;
      }
    }
    return undefined;
  }

  get firstWithoutTtl(): ZoneRecord | undefined {
    this.#dependencies.onUntraced();
    if (this.#document.withoutTtl === 0) return undefined;
    const { columns } = this.#document;
    const id = this.#findEntry((it) => (columns.type[it] ?? DIRECTIVE) < DIRECTIVE && columns.ttl[it] === -1);
    const entry = id === undefined ? undefined : this.entry(id);
    return entry?.kind === "record" ? entry : undefined;
  }

  get firstTemplateTag(): Mark | undefined {
    this.#dependencies.onUntraced();
    if (this.#document.templates === 0) return undefined;
    const { flags } = this.#document.columns;
    const id = this.#findEntry((it) => ((flags[it] ?? 0) & TEMPLATE) !== 0);
    if (id === undefined) return undefined;
    const entry = this.entry(id);
    const at = Math.max(0, templateTagAt(entry.text));
    return { entry, span: span(at, at + 2) };
  }

  #findEntry(matches: (id: number) => boolean): number | undefined {
    for (const chunk of this.#document.list.chunks) {
      for (let at = 0; at < chunk.count; at++) {
        const id = chunk.ids[at] ?? -1;
        if (matches(id)) return id;
      }
    }
    return undefined;
  }

  get firstCrLf(): Mark | undefined {
    this.#dependencies.onUntraced();
    for (const chunk of this.#document.list.chunks) {
      const mark = chunk.hasReturns ? this.#firstCrLfIn(chunk) : undefined;
      if (mark) return mark;
    }
    return undefined;
  }

  #firstCrLfIn(chunk: Chunk): Mark | undefined {
    const { columns } = this.#document;
    for (let index = 0; index < chunk.count; index++) {
      const id = chunk.ids[index] ?? -1;
      const start = columns.start[id] ?? 0;
      const end = start + (columns.length[id] ?? 0);
      const at = chunk.bytes.subarray(start, end).indexOf(13);
      if (at < 0 || chunk.bytes[start + at + 1] !== 10 || start + at + 1 >= chunk.length) continue;
      const entry = this.entry(id);
      const offset = entry.source.offsetOf(at);
      return { entry, span: span(offset, offset + 2) };
    }
    return undefined;
  }

  get committed(): CommittedZone | undefined {
    this.#dependencies.onUntraced();
    return this.findCommitted();
  }

  *occlusions(): Generator<Occlusion> {
    this.#dependencies.onUntraced();
    const { index } = this.#document;
    if (index.occluded === 0) return;
    const names = [...index.namesWith(OCCLUDED, index.occluded)];
    const hidden = names.flatMap((name) => this.#hiddenAt(name));
    hidden.sort((a, b) => (a.id === b.id ? 0 : this.#document.isBefore(a.id, b.id) ? -1 : 1));
    for (const { id, cut } of hidden) {
      const record = this.entry(id);
      const cutRecord = this.entry(cut);
      if (record.kind === "record" && cutRecord.kind === "record") yield { record, cut: cutRecord };
    }
  }

  #hiddenAt(name: number): { readonly id: number; readonly cut: number }[] {
    const { columns, index } = this.#document;
    const above = index.cutAbove(name);
    const cutName = above >= 0 ? above : name;
    const cuts = index.entriesAt(cutName);
    const ofType = (wanted: number) => cuts.find((it) => columns.type[it] === wanted);
    // At the cut itself only a delegation hides anything, a DNAME too (RFC 6672 §2.3).
    const cut = above >= 0 ? (ofType(TYPE.DNAME) ?? ofType(TYPE.NS)) : ofType(TYPE.NS);
    if (cut === undefined) return [];
    const isDname = columns.type[cut] === TYPE.DNAME;
    const ids = index.entriesAt(name).filter((it) => {
      const type = columns.type[it] ?? 0;
      if (type === TYPE.A || type === TYPE.AAAA) return isDname && above >= 0;
      return !(above >= 0 ? STAYS_BELOW_CUT : STAYS_AT_CUT).has(type);
    });
    return ids.map((id) => ({ id, cut }));
  }
}

function pick(records: readonly ZoneRecord[], type: number): Answer | undefined {
  const found = records.filter((it) => it.type === type);
  if (found.length > 0) return { kind: "found", records: found };
  const alias = records.find((it) => it.type === TYPE.CNAME);
  if (alias !== undefined) return { kind: "alias", record: alias };
  // ALIAS, ANAME, LUA and their like: the server answers with addresses that no file shows.
  return isAddressType(type) && records.some(isDialect) ? { kind: "unknown" } : undefined;
}

function isAddressType(type: number): boolean {
  return type === TYPE.A || type === TYPE.AAAA;
}

/** What `mailconfig.extraTypes` lists is in no table either; `TYPE65402` is no word of a dialect. */
function isDialect({ type, typeName }: ZoneRecord): boolean {
  const known = recordTypeByCode(type);
  return known === undefined ? !/^TYPE\d/i.test(typeName) : known.isOpaque === true;
}
