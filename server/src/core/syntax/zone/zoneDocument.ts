import type { Position } from "../../text/span.ts";
import { apexOf, soaOwnerOf } from "./apex.ts";
import { DIRECTIVE, hasMark, latin1, TYPE } from "./characters.ts";
import { Chunk, ChunkList, countNewlines } from "./chunks.ts";
import { EntryColumns } from "./columns.ts";
import { EntryReader, type State } from "./entryReader.ts";
import { BLOCK, CLEAN, ODD, POLICY, SUSPECT, TEMPLATE } from "./flags.ts";
import { generate, type TemplateWord } from "./generate.ts";
import { NameTable } from "./names.ts";
import { BLANK_OWNER, QUOTED, UNBALANCED, UNFINISHED } from "./scanner.ts";
import { ZoneIndex } from "./zoneIndex.ts";

const STATUS = 31;
const MAX_INCLUDE_DEPTH = 20;

export interface ZoneOptions {
  readonly path?: string;
  /** Until a $ORIGIN; absolute, lower case. Without one it is the owner of the SOA, where that is absolute. */
  readonly origin?: string;
  /** Somebody said so, and it was not guessed from the file's name. */
  readonly isOriginSure?: boolean;
  /** Leaves the reading to `advance`. */
  readonly readInSlices?: boolean;
  /** Aimed at; a chunk over twice this is split. Tests make it tiny, to meet the seams. */
  readonly chunkBytes?: number;
  /** The file that an `$INCLUDE` names; `undefined` where nothing can be read. */
  readonly include?: (from: string, reference: string) => IncludeAnswer | undefined;
  /** For tests: see `EntryReader`. */
  readonly isThorough?: boolean;
  /** An entry is gone: what was kept of it is stale. */
  readonly onRemove?: (entry: number) => void;
}

export type IncludeAnswer =
  | { readonly kind: "file"; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: "missing"; readonly path: string }
  | { readonly kind: "forbidden" };

/** What became of an `$INCLUDE`. `unread`: nobody can tell what it holds. */
export type Inclusion =
  | { readonly kind: "included"; readonly list: ChunkList }
  /** What a `$GENERATE` makes; `isWhole` unless it would be too much. */
  | { readonly kind: "generated"; readonly list: ChunkList; readonly isWhole: boolean }
  | { readonly kind: "missing" | "cycle"; readonly path: string }
  | { readonly kind: "unread" };

/**
 * A zone file that is being edited. `edit` costs what the edit touches: the entries that it changes, the owners they
 * belong to, and a shift inside one chunk. What follows from a changed state (an $ORIGIN, say) waits in `advance`.
 */
export class ZoneDocument {
  readonly list: ChunkList;
  readonly columns: EntryColumns;
  readonly names: NameTable;
  readonly reader: EntryReader;
  readonly index: ZoneIndex;
  readonly chunkByNumber: Chunk[] = [];
  /** Each `$INCLUDE` and `$GENERATE` entry and what it brought in. */
  readonly inclusions = new Map<number, Inclusion>();
  /** Directives, in no order. */
  readonly directives = new Set<number>();
  /** Counts the changes of `directives`. */
  directivesVersion = 0;
  /** Entries that hold template tags. */
  templates = 0;
  /** Entries that hold block tags of a template: records may be alternatives. */
  blocks = 0;
  /** Records whose TTL nothing says. */
  withoutTtl = 0;
  /** Chunks that were read in a state which is no longer that of the text before them. */
  readonly #stale = new Set<Chunk>();
  readonly soas = new Set<number>();
  #soasChanged = false;
  /** Counts the changes of the apex: a chunk that was read under another apex has to be read again. */
  apexVersion = 0;
  #firstOrigin: number;
  readonly #options: ZoneOptions;
  readonly #chunkBytes: number;
  readonly #openIncludes: string[] = [];

  constructor(bytes: Uint8Array, options: ZoneOptions = {}) {
    this.#options = options;
    this.#chunkBytes = options.chunkBytes ?? 32 * 1024;
    this.list = new ChunkList(options.path ?? "");
    this.columns = new EntryColumns(Math.max(64, Math.ceil(bytes.length / 36)));
    this.names = new NameTable(Math.ceil(bytes.length / 60));
    this.reader = new EntryReader(this.names, options.isThorough);
    this.index = new ZoneIndex(this);
    this.reader.addOrigin(".");
    this.#firstOrigin = this.reader.addOrigin((options.origin ?? ".").toLowerCase());
    if (options.readInSlices === true) this.#loadLater(bytes);
    else this.#load(bytes);
  }

  get length(): number {
    return this.list.length;
  }

  /** The whole text; for saving, tests and the caller who has no other way. */
  text(): Uint8Array {
    const bytes = new Uint8Array(this.length);
    let at = 0;
    for (const chunk of this.list.chunks) {
      bytes.set(chunk.bytes.subarray(0, chunk.length), at);
      at += chunk.length;
    }
    return bytes;
  }

  /** A suspect turned out fine. */
  setClean(id: number): void {
    this.columns.flags[id]! |= CLEAN;
    this.chunkOf(id).suspects--;
  }

  /** What it depends on has changed: it is to be looked at again. The entry may be gone. */
  unsetClean(id: number): void {
    if ((this.columns.flags[id]! & CLEAN) === 0) return;
    this.columns.flags[id]! &= ~CLEAN;
    this.chunkOf(id).suspects++;
  }

  /** What rules know beside the text has changed: every suspect is looked at again. */
  forgetClean(): void {
    for (let id = 0; id < this.columns.size; id++) this.unsetClean(id);
  }

  /** Whether `advance` has work to do. */
  get settled(): boolean {
    return this.#stale.size === 0;
  }

  #newChunk(list: ChunkList, bytes: Uint8Array, ids: Int32Array): Chunk {
    const chunk = new Chunk(this.chunkByNumber.length, list, bytes, ids);
    this.chunkByNumber.push(chunk);
    return chunk;
  }

  /** Until `advance` has read all of a text that is read in slices. */
  isLoading = false;

  /** Cuts the text into chunks of whole lines, which are read as chunks are whose state has changed. */
  #loadLater(bytes: Uint8Array): void {
    this.#setApex();
    this.isLoading = true;
    const state = { origin: this.#firstOrigin, owner: -1, ttl: -1 };
    for (let at = 0; at < bytes.length; ) {
      const lineEnd = bytes.indexOf(10, at + this.#chunkBytes);
      const end = lineEnd < 0 ? bytes.length : lineEnd + 1;
      const chunk = this.#newChunk(this.list, bytes.subarray(at, end), new Int32Array(0));
      chunk.newlines = countNewlines(bytes, at, end);
      Object.assign(chunk, state);
      chunk.apexVersion = -1;
      chunk.index = this.list.chunks.push(chunk) - 1;
      this.#stale.add(chunk);
      at = end;
    }
  }

  #load(bytes: Uint8Array): void {
    const { reader, list } = this;
    this.#setApex(); // as it is guessed before the SOA is read: mostly it stays
    if (this.#options.origin === undefined) this.#firstOrigin = reader.addOrigin(soaOwnerOf(bytes) ?? ".");
    reader.setState({ origin: this.#firstOrigin, owner: -1, ttl: -1 });
    this.#readChunks(list, bytes, hasMark(bytes) ? 3 : 0);
    // What was read up to the first SOA did not know the apex. The SOA comes first: this is one chunk.
    for (const chunk of list.chunks) if (chunk.apexVersion !== this.apexVersion) this.#stale.add(chunk);
    this.#soasChanged = false;
    this.#setApex();
    while (!this.advance(1000));
    this.index.checkTouched();
  }

  /** Reads a whole file into chunks, from the state that the reader is in. */
  #readChunks(list: ChunkList, bytes: Uint8Array, from: number): void {
    const { reader } = this;
    const { scanner } = reader;
    const { chunks } = list;
    let at = from;
    let begin = 0;
    do {
      const first = at;
      const state = { origin: reader.origin, owner: reader.owner, ttl: reader.ttlState };
      const chunk = this.#newChunk(list, bytes, new Int32Array(0));
      const ids: number[] = [];
      scanner.sawSuppression = false;
      while (at - first < this.#chunkBytes) {
        const found: boolean = scanner.scan(bytes, at, bytes.length);
        at = scanner.next;
        chunk.newlines += scanner.newlines;
        if (!found) break;
        const saw: boolean = scanner.sawSuppression;
        ids.push(this.#append(chunk, begin, bytes));
        scanner.sawSuppression ||= saw;
      }
      chunk.hasSuppressions = scanner.sawSuppression;
      chunk.bytes = bytes.subarray(begin, at);
      chunk.length = at - begin;
      chunk.count = ids.length;
      chunk.ids = Int32Array.from(ids);
      Object.assign(chunk, state);
      chunk.apexVersion = this.apexVersion;
      chunk.index = chunks.push(chunk) - 1;
      begin = at;
      if (list === this.list && reader.hasher.apex === undefined && this.soas.size > 0) this.#setApex();
    } while (at < bytes.length);
  }

  /** If the apex changed, all has to be read again, in the course of time. */
  #setApex(): void {
    this.#setFirstOrigin();
    const { hasher, origins } = this.reader;
    const number = apexOf(this, this.#firstOrigin, this.#options.isOriginSure === true);
    const apex = number === undefined ? undefined : origins[number];
    if (hasher.apex?.id === apex?.id) return;
    hasher.apex = apex;
    this.apexVersion++;
    for (const chunk of this.list.chunks) this.#stale.add(chunk);
  }

  /** Servers begin with the zone's name as origin: where nobody says it, an SOA that writes its whole owner does. */
  #setFirstOrigin(): void {
    if (this.#options.origin !== undefined) return;
    const soa = this.firstSoa();
    const chunk = soa < 0 ? undefined : this.chunkOf(soa);
    let owner: string | undefined;
    if (chunk?.list === this.list) {
      const start = this.columns.start[soa]!;
      owner = soaOwnerOf(chunk.bytes.subarray(start, start + this.columns.length[soa]!));
    }
    const origin = this.reader.addOrigin(owner ?? ".");
    if (origin === this.#firstOrigin) return;
    this.#firstOrigin = origin;
    if (this.list.chunks[0]) this.#stale.add(this.list.chunks[0]);
  }

  /** The SOA that comes first in the text, -1 without one. */
  firstSoa(): number {
    let first = -1;
    for (const soa of this.soas) if (first < 0 || this.isBefore(soa, first)) first = soa;
    return first;
  }

  /** The order of the text, included files where they are included. */
  isBefore(a: number, b: number): boolean {
    const { chunk, start } = this.columns;
    const [first, second] = [this.chunkByNumber[chunk[a]!]!, this.chunkByNumber[chunk[b]!]!];
    if (first === second) return start[a]! < start[b]!;
    if (first.list === second.list) return first.index < second.index;
    const [pathA, pathB] = [this.#includePath(a), this.#includePath(b)];
    let depth = 0;
    while (pathA[depth] === pathB[depth] && depth < pathA.length && depth < pathB.length) depth++;
    const left = pathA[depth];
    const right = pathB[depth];
    // One of the two is the `$INCLUDE` that leads to the other.
    if (left === undefined || right === undefined) return pathA.length < pathB.length;
    return this.isBefore(left, right);
  }

  /** The `$INCLUDE` entries that lead to an entry, the outermost first, then the entry. */
  #includePath(entry: number): number[] {
    const path = [entry];
    for (let list = this.listOf(entry); list.includedBy >= 0; list = this.listOf(list.includedBy))
      path.unshift(list.includedBy);
    return path;
  }

  chunkOf(entry: number): Chunk {
    return this.chunkByNumber[this.columns.chunk[entry]!]!;
  }

  listOf(entry: number): ChunkList {
    return this.chunkOf(entry).list;
  }

  /** Decoded when asked for: the absolute owner of a record, from the entry that spells it. Overwrites the scanner. */
  ownerName(entry: number): string {
    const chunk = this.chunkOf(entry);
    return this.#ownerSpeltAt(chunk, this.entryAt(chunk, this.columns.start[entry]!));
  }

  /** The owner that entry `index` of a chunk spells, or the last one before it that spells any; `""` if none does. */
  #ownerSpeltAt(from: Chunk, fromIndex: number): string {
    const { columns } = this;
    let [chunk, index] = [from, fromIndex];
    for (;;) {
      while (index < 0) {
        if (chunk.index === 0) return this.#ownerBeforeFile(chunk.list);
        chunk = chunk.list.chunks[chunk.index - 1]!;
        index = chunk.count - 1;
      }
      const id = chunk.ids[index]!;
      if ((columns.flags[id]! & BLANK_OWNER) === 0 && columns.type[id] !== DIRECTIVE) return this.#readOwner(chunk, id);
      index--;
    }
  }

  /** An included file that begins with a blank owner goes on with the owner before the `$INCLUDE`. */
  #ownerBeforeFile({ includedBy }: ChunkList): string {
    if (includedBy < 0) return "";
    const chunk = this.chunkOf(includedBy);
    return this.#ownerSpeltAt(chunk, this.entryAt(chunk, this.columns.start[includedBy]!) - 1);
  }

  #readOwner(chunk: Chunk, id: number): string {
    const { columns, reader } = this;
    reader.scanner.scan(chunk.bytes, columns.start[id]!, columns.start[id]! + columns.length[id]!);
    const saved = reader.origin;
    reader.origin = columns.origin[id]!;
    const name = reader.absolute(chunk.bytes, 0);
    reader.origin = saved;
    return name;
  }

  /** Reads the entry under the scanner into a new row. */
  #append(chunk: Chunk, chunkStart: number, bytes: Uint8Array): number {
    const { reader, columns } = this;
    const { scanner, rdata } = reader;
    reader.read(bytes);
    const id = columns.allocate();
    columns.start[id] = scanner.start - chunkStart;
    columns.length[id] = scanner.next - scanner.start;
    columns.chunk[id] = chunk.number;
    columns.type[id] = reader.type;
    columns.ttl[id] = reader.ttl;
    columns.owner[id] = reader.owner;
    columns.origin[id] = reader.origin;
    columns.ttlState[id] = reader.ttlState;
    columns.hash[id] = rdata.hash[0]!;
    columns.target[id] = rdata.target;
    columns.text[id] = rdata.text;
    let flags = scanner.status & STATUS;
    if (rdata.isPolicy) flags |= POLICY;
    if (reader.isOdd) flags |= ODD;
    if (reader.isOdd || (rdata.isPolicy && !reader.isPlain)) {
      flags |= SUSPECT;
      chunk.suspects++;
      if (reader.isTemplate) {
        flags |= TEMPLATE;
        this.templates++;
        if (reader.isBlock) {
          flags |= BLOCK;
          this.blocks++;
        }
      }
    }
    columns.flags[id] = flags;
    if (reader.type === TYPE.SOA) this.soas.add(id);
    if (reader.type < DIRECTIVE && reader.ttl === -1) this.withoutTtl++;
    if (reader.type < DIRECTIVE) this.index.link(id);
    else if (reader.type === DIRECTIVE) this.#takeDirective(id, bytes);
    return id;
  }

  #takeDirective(id: number, bytes: Uint8Array): void {
    this.directives.add(id);
    this.directivesVersion++;
    if (this.soas.size === 0) this.#soasChanged = true;
    const { scanner } = this.reader;
    const word = scanner.count < 2 ? "" : latin1(bytes, scanner.from[0]!, scanner.to[0]!).toUpperCase();
    if (word === "$GENERATE") this.#takeGenerate(id, bytes);
    if (word !== "$INCLUDE") return;
    const { next, newlines, status, sawSuppression } = scanner;
    const text = new TextDecoder().decode(bytes.subarray(scanner.from[1]!, scanner.to[1]!));
    const { origin, owner } = this.reader;
    if (scanner.count > 2) {
      const isName = this.reader.hasher.hash(
        bytes,
        scanner.from[2]!,
        scanner.to[2]!,
        false,
        this.reader.origins[origin]!,
      );
      if (isName) this.reader.origin = this.reader.addOrigin(this.reader.absolute(bytes, 2));
    }
    this.inclusions.set(id, this.#include(id, text.replace(/^"(.*)"$/, "$1")));
    this.columns.ttlState[id] = this.reader.ttlState;
    Object.assign(this.reader, { origin, owner });
    Object.assign(scanner, { next, newlines, status, sawSuppression });
  }

  #takeGenerate(id: number, bytes: Uint8Array): void {
    const { reader } = this;
    const { scanner } = reader;
    const word = (token: number): TemplateWord => ({
      text: new TextDecoder().decode(bytes.subarray(scanner.from[token]!, scanner.to[token]!)),
      isQuoted: (scanner.kind[token]! & QUOTED) !== 0,
    });
    const words = Array.from({ length: scanner.count - 2 }, (_, index) => word(index + 2));
    const generated = generate(word(1).text, words);
    if (generated === undefined) return;
    const { next, newlines, status, sawSuppression } = scanner;
    const { origin, owner, ttlState } = reader;
    const list = new ChunkList(this.listOf(id).path, id, true);
    this.inclusions.set(id, { kind: "generated", list, isWhole: generated.isWhole });
    this.#readChunks(list, new TextEncoder().encode(generated.text), 0);
    Object.assign(reader, { origin, owner, ttlState });
    Object.assign(scanner, { next, newlines, status, sawSuppression });
  }

  #include(id: number, reference: string): Inclusion {
    const from = this.listOf(id).path;
    const answer = this.#options.include?.(from, reference);
    if (answer === undefined || answer.kind === "forbidden") return { kind: "unread" };
    if (answer.kind === "missing") return { kind: "missing", path: answer.path };
    const { path, bytes } = answer;
    if (path === this.list.path || this.#openIncludes.includes(path)) return { kind: "cycle", path };
    for (let list = this.listOf(id); list.includedBy >= 0; list = this.listOf(list.includedBy)) {
      if (list.path === path) return { kind: "cycle", path };
    }
    if (this.#openIncludes.length >= MAX_INCLUDE_DEPTH) return { kind: "unread" };
    const list = new ChunkList(path, id);
    this.#openIncludes.push(path);
    this.#readChunks(list, bytes, hasMark(bytes) ? 3 : 0);
    this.#openIncludes.pop();
    return { kind: "included", list };
  }

  #remove(id: number): void {
    const { columns } = this;
    const flags = columns.flags[id]!;
    if ((flags & (SUSPECT | CLEAN)) === SUSPECT) this.chunkOf(id).suspects--;
    if (columns.type[id]! < DIRECTIVE && columns.ttl[id] === -1) this.withoutTtl--;
    if ((flags & TEMPLATE) !== 0) this.templates--;
    if ((flags & BLOCK) !== 0) this.blocks--;
    if (columns.type[id]! === TYPE.SOA) this.soas.delete(id);
    if (columns.type[id]! < DIRECTIVE) this.index.unlink(id);
    else if (this.directives.delete(id)) this.#dropInclusion(id);
    columns.flags[id] = 0;
    this.#options.onRemove?.(id);
  }

  #dropInclusion(id: number): void {
    this.directivesVersion++;
    if (this.soas.size === 0) this.#soasChanged = true;
    const inclusion = this.inclusions.get(id);
    this.inclusions.delete(id);
    if (inclusion?.kind !== "included" && inclusion?.kind !== "generated") return;
    for (const chunk of inclusion.list.chunks) for (let at = 0; at < chunk.count; at++) this.#discard(chunk.ids[at]!);
  }

  /** Reads the included files of a path again, after they changed. @returns whether any was */
  reloadInclude(path: string): boolean {
    const holders = new Set<number>();
    for (const [entry, inclusion] of this.inclusions) {
      if (inclusion.kind === "generated") continue;
      const isMeant =
        inclusion.kind === "included"
          ? inclusion.list.path === path
          : inclusion.kind !== "unread" && inclusion.path === path;
      if (!isMeant) continue;
      holders.add(this.#includePath(entry)[0]!);
    }
    for (const entry of holders) {
      const at = this.list.positionAt(this.chunkOf(entry), this.columns.start[entry]!);
      this.edit(at, at, "");
    }
    return holders.size > 0;
  }

  /** Replaces the text of a range. Positions as in LSP. */
  edit(start: Position, end: Position, text: string): void {
    const { list, columns } = this;
    let from = list.locate(start);
    const to = list.locate(end);
    const insert = new TextEncoder().encode(text);
    let { chunk } = from;
    let offset = from.offset;
    let endOffset = to.offset;
    let cut: Cut | undefined;
    if (to.chunk !== chunk) {
      // Whole chunks between the two go without being read.
      for (let index = chunk.index + 1; index < to.chunk.index; index++) {
        const gone = list.chunks[index]!;
        for (let at = 0; at < gone.count; at++) this.#discard(gone.ids[at]!);
        this.#stale.delete(gone);
      }
      endOffset += chunk.length;
      cut = this.#join(chunk, to.chunk);
    }
    let first = this.entryAt(chunk, offset);
    // An entry cut short by the line after it depends on that line.
    while (first > 0 && (columns.flags[chunk.ids[first - 1]!]! & UNBALANCED) !== 0) first--;
    if (first <= 0) {
      const before = list.chunks[chunk.index - 1];
      if (before !== undefined && this.#reachesOver(before)) {
        [offset, endOffset] = [offset + before.length, endOffset + before.length];
        first = before.count - 1;
        const cutAt = before.count;
        const joined = this.#join(before, chunk);
        cut = cut === undefined ? joined : { ...cut, index: cut.index + cutAt };
        chunk = before;
        while (first > 0 && (columns.flags[chunk.ids[first - 1]!]! & UNBALANCED) !== 0) first--;
      }
      first = Math.max(first, 0);
    }
    from = { chunk, offset };
    const shift = insert.length - (endOffset - offset);
    chunk.splice(offset, endOffset, insert);
    list.changed(chunk);
    let keep = first;
    while (keep < chunk.count && columns.start[chunk.ids[keep]!]! < endOffset) keep++;
    // An empty edit reads the entry at its place again (an included file changed).
    if (keep === first && insert.length === 0 && shift === 0 && keep < chunk.count) keep++;
    if (shift !== 0) for (let index = keep; index < chunk.count; index++) columns.start[chunk.ids[index]!]! += shift;
    if (chunk.apexVersion !== this.apexVersion) [first, keep] = [0, chunk.count];
    this.#rescan(chunk, first, keep, stateOf(chunk), cut);
    this.advance(0);
  }

  /** Whether an edit at the start of the next chunk may change how this one ends. */
  #reachesOver(before: Chunk): boolean {
    if (before.length > 0 && before.bytes[before.length - 1] === 13) return true; // a line feed may join it
    return before.count > 0 && (this.columns.flags[before.ids[before.count - 1]!]! & UNBALANCED) !== 0;
  }

  #discard(id: number): void {
    if (this.columns.type[id] === TYPE.SOA) this.#soasChanged = true;
    this.#remove(id);
    this.columns.free.push(id);
  }

  /** Appends a later chunk to `chunk`; those between are dropped. */
  #join(chunk: Chunk, next: Chunk): Cut | undefined {
    const { columns } = this;
    const seam = chunk.count;
    const state = this.#stateAfter(chunk);
    for (let index = 0; index < next.count; index++) {
      const id = next.ids[index]!;
      columns.start[id]! += chunk.length;
      columns.chunk[id] = chunk.number;
    }
    chunk.splice(chunk.length, chunk.length, next.bytes.subarray(0, next.length));
    chunk.spliceIds(chunk.count, chunk.count, [...next.ids.subarray(0, next.count)]);
    chunk.suspects += next.suspects;
    chunk.hasSuppressions ||= next.hasSuppressions;
    chunk.list.splice(chunk.index + 1, next.index + 1);
    this.#stale.delete(next);
    if (next.apexVersion !== chunk.apexVersion) {
      chunk.apexVersion = -1;
      return { index: chunk.count, state }; // nothing behind the seam can stay
    }
    // Entries behind the seam were read in another state than the one before it: a rescan has to pass it.
    return same(state, stateOf(next)) ? undefined : { index: seam, state: stateOf(next) };
  }

  /** The state in which entry `index` of a chunk was read. */
  stateBefore(chunk: Chunk, index: number): State {
    return this.#stateAfter(chunk, index);
  }

  #stateAfter(chunk: Chunk, index = chunk.count): State {
    if (index === 0) return stateOf(chunk);
    const id = chunk.ids[index - 1]!;
    return { origin: this.columns.origin[id]!, owner: this.columns.owner[id]!, ttl: this.columns.ttlState[id]! };
  }

  /** Index in the chunk of the last entry that starts at or before an offset; -1 before the first. */
  entryAt(chunk: Chunk, offset: number): number {
    let low = -1;
    let high = chunk.count;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.columns.start[chunk.ids[middle]!]! <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  /**
   * Reads again from entry `first` of a chunk until an entry at or after `keep` begins where it began (shifted) and in
   * the state it had. `old` is the state in which the chunk's first entry was read.
   */
  #rescan(chunk: Chunk, first: number, keep: number, old: State, cutAtStart: Cut | undefined): void {
    const { reader, columns, list } = this;
    const { scanner } = reader;
    let cut = cutAtStart;
    reader.setState(this.#stateAfter(chunk, first));
    reader.spareTtls = [];
    for (let index = first; index < keep; index++) {
      const id = chunk.ids[index]!;
      if (columns.type[id] === DIRECTIVE && columns.ttl[id]! <= -2) reader.spareTtls.push(-2 - columns.ttl[id]!);
    }
    chunk.apexVersion = this.apexVersion;
    scanner.sawSuppression = false;
    const added: number[] = [];
    let at = 0;
    if (first > 0) at = columns.start[chunk.ids[first - 1]!]! + columns.length[chunk.ids[first - 1]!]!;
    else if (chunk.index === 0 && hasMark(chunk.bytes.subarray(0, chunk.length))) at = 3;
    let survivor = keep;
    for (;;) {
      const found = scanner.scan(chunk.bytes, at, chunk.length);
      const after = list.chunks[chunk.index + 1];
      const isOpen = found
        ? (scanner.status & UNFINISHED) !== 0 || (scanner.next === chunk.length && goesOn(chunk, after))
        : at < chunk.length && goesOn(chunk, after);
      if (isOpen && after !== undefined) {
        const seam = this.#join(chunk, after);
        if (seam !== undefined) cut = seam;
        chunk.apexVersion = this.apexVersion;
        list.changed(chunk);
        continue;
      }
      if (!found) {
        survivor = chunk.count;
        break;
      }
      while (survivor < chunk.count && columns.start[chunk.ids[survivor]!]! < scanner.start) survivor++;
      if (
        survivor < chunk.count &&
        columns.start[chunk.ids[survivor]!] === scanner.start &&
        (cut === undefined || survivor >= cut.index)
      ) {
        const before = cut?.index === survivor ? cut.state : survivor === 0 ? old : this.#stateAfter(chunk, survivor);
        if (before.origin === reader.origin && before.owner === reader.owner && before.ttl === reader.ttlState) break;
      }
      added.push(this.#append(chunk, 0, chunk.bytes));
      at = scanner.next;
    }
    if (scanner.sawSuppression) chunk.hasSuppressions = true;
    for (let index = first; index < survivor; index++) this.#discard(chunk.ids[index]!);
    for (const id of added) if (columns.type[id] === TYPE.SOA) this.#soasChanged = true;
    chunk.spliceIds(first, survivor, added);
    this.#afterRescan(chunk);
  }

  #afterRescan(chunk: Chunk): void {
    const { reader, list } = this;
    const next = list.chunks[chunk.index + 1];
    if (next !== undefined) this.#markIfStale(next, this.#stateAfter(chunk));
    if (reader.ttlValueChanged) {
      reader.ttlValueChanged = false;
      this.index.touchMixedTtls();
    }
    if (chunk.length === 0 && list.chunks.length > 1) this.#drop(chunk);
    else if (chunk.length > 2 * this.#chunkBytes) this.#split(chunk);
    if (this.#soasChanged) {
      this.#soasChanged = false;
      this.#setApex();
    }
    this.index.checkTouched();
  }

  #drop(chunk: Chunk): void {
    const next = this.list.chunks[chunk.index + 1];
    this.list.splice(chunk.index, chunk.index + 1);
    if (next !== undefined && next.index === 0)
      this.#markIfStale(next, { origin: this.#firstOrigin, owner: -1, ttl: -1 });
    else if (next !== undefined) this.#markIfStale(next, this.#stateAfter(this.list.chunks[next.index - 1]!));
  }

  #markIfStale(chunk: Chunk, state: State): void {
    if (same(state, stateOf(chunk)) && chunk.apexVersion === this.apexVersion) this.#stale.delete(chunk);
    else this.#stale.add(chunk);
  }

  #split(chunk: Chunk): void {
    const { columns } = this;
    const parts: Chunk[] = [];
    let begin = 0;
    while (begin < chunk.count || parts.length === 0) {
      const base = begin === 0 ? 0 : columns.start[chunk.ids[begin]!]!;
      let end = begin + 1;
      while (end < chunk.count && columns.start[chunk.ids[end]!]! - base < this.#chunkBytes) end++;
      const limit = end >= chunk.count ? chunk.length : columns.start[chunk.ids[end]!]!;
      const part = this.#newChunk(
        chunk.list,
        chunk.bytes.slice(base, limit),
        chunk.ids.slice(begin, Math.min(end, chunk.count)),
      );
      part.count = part.ids.length;
      part.apexVersion = chunk.apexVersion;
      part.hasSuppressions = chunk.hasSuppressions;
      part.newlines = countNewlines(part.bytes, 0, part.length);
      Object.assign(part, this.#stateAfter(chunk, begin));
      for (const id of part.ids) {
        columns.start[id]! -= base;
        columns.chunk[id] = part.number;
        if ((columns.flags[id]! & (SUSPECT | CLEAN)) === SUSPECT) part.suspects++;
      }
      parts.push(part);
      begin = end;
    }
    this.list.splice(chunk.index, chunk.index + 1, ...parts);
    if (this.#stale.delete(chunk)) this.#stale.add(parts[0]!);
  }

  /** Reads stale chunks again, in order, for about `budget` milliseconds (at least one). True when all is settled. */
  advance(budget: number): boolean {
    const limit = performance.now() + budget;
    while (this.#stale.size > 0) {
      let chunk: Chunk | undefined;
      for (const candidate of this.#stale) if (chunk === undefined || candidate.index < chunk.index) chunk = candidate;
      if (chunk === undefined) break;
      this.#stale.delete(chunk);
      const old = stateOf(chunk);
      const before = this.list.chunks[chunk.index - 1];
      const start = { origin: this.#firstOrigin, owner: -1, ttl: -1 };
      Object.assign(chunk, before === undefined ? start : this.#stateAfter(before));
      this.#rescan(chunk, 0, chunk.apexVersion === this.apexVersion ? 0 : chunk.count, old, undefined);
      if (performance.now() >= limit) break;
    }
    if (this.settled) this.isLoading = false;
    return this.settled;
  }
}

/** Where entries meet that were read in different states: entry `index` was read in `state`. */
interface Cut {
  readonly index: number;
  readonly state: State;
}

/** Whether the text of a chunk may go on in the next one: it lacks its last line end, or half of it. */
function goesOn(chunk: Chunk, next: Chunk | undefined): boolean {
  const last = chunk.bytes[chunk.length - 1];
  return last !== 10 && !(last === 13 && next !== undefined && next.bytes[0] !== 10);
}

const stateOf = (chunk: Chunk): State => ({ origin: chunk.origin, owner: chunk.owner, ttl: chunk.ttl });
const same = (a: State, b: State) => a.origin === b.origin && a.owner === b.owner && a.ttl === b.ttl;
