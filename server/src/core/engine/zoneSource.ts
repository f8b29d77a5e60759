import { translator } from "../locale.ts";
import type { CommittedZone, ZoneEntry, ZoneView } from "../model/zone.ts";
import type { Rule } from "../rule.ts";
import { isSilenced, readSuppression, type Silence, silencesOf } from "../syntax/suppression.ts";
import type { Chunk, ChunkList } from "../syntax/zone/chunks.ts";
import { type IncludeAnswer, ZoneDocument } from "../syntax/zone/zoneDocument.ts";
import { fileNameOf } from "../text/paths.ts";
import type { Position, Range, Span } from "../text/span.ts";
import type { OpenOptions, ZoneSource } from "./api.ts";
import { compareFindings, LocatedFinding, type Locator, withoutRepeats } from "./fileFindings.ts";
import type { Finding, LintOptions } from "./finding.ts";
import { placeInDirective } from "./generatedPlace.ts";
import { ruleContext } from "./ruleContext.ts";
import { type Severities, severityOf } from "./severity.ts";
import { cutFindings, unusedFindings } from "./wholeFile.ts";
import { groupRules, type RuleReport, ZoneChecker } from "./zoneChecker.ts";
import { serialOfView, ZoneDigest } from "./zoneDigest.ts";
import type { ReadEntry } from "./zoneEntries.ts";
import { idsWith, policyIds } from "./zoneSearch.ts";

/** What a zone source needs of the engine around it. */
export interface ZoneSurroundings {
  readonly rules: readonly Rule[];
  include(from: string, reference: string): IncludeAnswer | undefined;
  /** What the configs that name a zone file say of its rules. */
  rulesOf(path: string): Severities;
  /** The committed version: its bytes (see `Host.committed`), and how to read them as this file. */
  committed?(): { readonly bytes: Uint8Array; read(): ZoneFile } | undefined;
  now(): number;
  logError(what: string, error: unknown): void;
  /** The text of this path changed. */
  changed(path: string): void;
}

export interface ZoneFileOptions extends OpenOptions {
  /** For tests: see `ZoneOptions`. */
  readonly chunkBytes?: number;
  /** For tests: every policy is judged, and by itself (see `AlikeRecords`). */
  readonly isOneByOne?: boolean;
}

const AT_ONCE_MS = 2;
/** A smaller file is read when it is opened: it takes milliseconds. */
const AT_ONCE_BYTES = 256 * 1024;

/** A zone file that is open or that another file names: its document, and its findings. */
export class ZoneFile implements ZoneSource, Locator {
  readonly kind = "zone";
  readonly path: string;
  readonly document: ZoneDocument;
  readonly #checker: ZoneChecker;
  readonly #surroundings: ZoneSurroundings;
  readonly #staleIncludes = new Set<string>();
  readonly #digest: ZoneDigest;
  #committed: { readonly bytes: Uint8Array; readonly serial: number | undefined; readonly digest: string } | undefined;

  constructor(path: string, content: Uint8Array | string, options: ZoneFileOptions, surroundings: ZoneSurroundings) {
    const { origin, chunkBytes, readInSlices = false, isOneByOne = false } = options;
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const firstOrigin = (origin && absolute(origin)) ?? originOfPath(path);
    this.path = path;
    this.#surroundings = surroundings;
    const removed = (entry: number) => checker?.removed(entry);
    let checker: ZoneChecker | undefined;
    this.document = new ZoneDocument(bytes, {
      path,
      isOriginSure: origin !== undefined,
      readInSlices: readInSlices && bytes.length > AT_ONCE_BYTES,
      ...(firstOrigin && { origin: firstOrigin }),
      include: (from, reference) => surroundings.include(from, reference),
      onRemove: removed,
      isThorough: isOneByOne,
      ...(chunkBytes && { chunkBytes }),
    });
    const logError = (what: string, error: unknown) => surroundings.logError(what, error);
    checker = new ZoneChecker(this.document, groupRules(surroundings.rules), logError, isOneByOne);
    this.#checker = checker;
    this.#digest = new ZoneDigest(this.document, checker.view);
    checker.view.findCommitted = () => this.#committedZone();
  }

  #committedZone(): CommittedZone | undefined {
    const committed = this.#surroundings.committed?.();
    if (committed === undefined) return undefined;
    const { bytes } = committed;
    if (this.#committed?.bytes !== bytes) {
      const { view, digest } = committed.read();
      this.#committed = { bytes, serial: serialOfView(view), digest };
    }
    const { serial, digest } = this.#committed;
    return serial === undefined ? undefined : { serial, hasSameRecords: () => digest === this.digest };
  }

  /** What its records come to: see {@link ZoneDigest}. */
  get digest(): string {
    return this.#digest.text;
  }

  get view(): ZoneView {
    this.#reloadIncludes();
    return this.#checker.view;
  }

  edit({ start, end }: Range, newText: string): void {
    this.document.edit(start, end, newText);
    this.#surroundings.changed(this.path);
  }

  /** An included file changed: it is read again before anybody asks. */
  includeChanged(path: string): void {
    this.#staleIncludes.add(path);
  }

  #reloadIncludes(): void {
    if (this.#staleIncludes.size === 0) return;
    const paths = [...this.#staleIncludes];
    this.#staleIncludes.clear();
    for (const path of paths) this.document.reloadInclude(path);
  }

  bytes(): Uint8Array {
    return this.document.text();
  }

  text(): string {
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(this.bytes());
  }

  advance(budgetMs: number): boolean {
    const limit = performance.now() + budgetMs;
    return this.document.advance(budgetMs) && this.#checker.advance(Math.max(1, limit - performance.now()));
  }

  get isSettled(): boolean {
    return this.document.settled && this.#checker.isComplete;
  }

  /** Reads what is left to read, now: somebody needs the whole zone. */
  finish(): void {
    while (!this.document.advance(1000));
  }

  lint(given: LintOptions): Finding[] {
    const severities = { ...given.severities, ...this.#surroundings.rulesOf(this.path), ...given.overrides };
    const options = { ...given, severities };
    this.#reloadIncludes();
    const { document } = this;
    const translate = translator(options.language);
    const context = ruleContext(this.#surroundings, options);
    // A small file is read whole again before its findings are made: no half-read ones are shown.
    if (!document.settled && options.budgetMs !== undefined) document.advance(AT_ONCE_MS);
    if (document.isLoading) {
      this.#checker.prepare(context, options.limit);
      return [];
    }
    const reports = this.#checker.check(context, options.limit, options.budgetMs);
    const silences = new Map<ChunkList, Silence[]>();
    const findings: LocatedFinding[] = [];
    for (const it of this.#onceForGenerated(reports)) {
      const list = document.listOf(it.at.id);
      const ofFile = silences.get(list) ?? this.#silences(list);
      silences.set(list, ofFile);
      const severity = severityOf(it.rule.code, it.report.severity ?? it.rule.severity, options.severities);
      const isSilent = ofFile.length > 0 && isSilenced(ofFile, it.rule.code, this.#linesOf(it));
      if (severity === "off" || isSilent) continue;
      findings.push(new LocatedFinding(it.rule, it.report, it.at, severity, this, translate));
    }
    const own = silences.get(document.list) ?? this.#silences(document.list);
    const isCut = reports.length > options.limit;
    const lineAt = (line: number) => this.line(line);
    const whole = { path: this.path, options, rules: this.#surroundings.rules, translate };
    const unused =
      isCut || !this.#checker.isComplete
        ? []
        : unusedFindings({ ...whole, silences: own, rangeOf: rangeOfSilence, lineAt });
    const all = [...findings, ...unused].sort((a, b) => this.#compare(a, b));
    return cutFindings(withoutRepeats(all), isCut, whole);
  }

  /** Its own findings first, then those of each file that it includes. */
  #compare(a: Finding, b: Finding): number {
    if (a.path === b.path) return compareFindings(a, b);
    if (a.path === this.path) return -1;
    return b.path === this.path || a.path > b.path ? 1 : -1;
  }

  /** All lines of the entry: a comment on any of them counts. */
  #linesOf({ at }: RuleReport): { first: number; last: number } {
    const { document } = this;
    const chunk = document.chunkOf(at.id);
    const start = document.columns.start[at.id] ?? 0;
    const { list } = chunk;
    const first = list.positionAt(chunk, start).line;
    return { first, last: list.positionAt(chunk, start + at.source.byteAt(at.span.end)).line };
  }

  #silences(list: ChunkList): Silence[] {
    const comments = list.chunks.flatMap((chunk) => {
      if (!chunk.hasSuppressions) return [];
      chunk.comments ??= this.#readComments(chunk);
      const before = list.linesBefore(chunk);
      return chunk.comments.map(({ comment, line }) => ({ comment, line: line + before }));
    });
    return silencesOf(comments);
  }

  /** Suppression comments of a chunk; lines count from its start, spans from the start of their line. */
  #readComments(chunk: Chunk): Chunk["comments"] & {} {
    // A mark that begins the chunk is text here: spans count it.
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(chunk.bytes.subarray(0, chunk.length));
    const lines = text.split(/\r\n|\n|\r/);
    return lines.flatMap((line, number) => {
      const word = line.indexOf("mailconfig-");
      if (word < 0) return [];
      const start = /[;]+[ \t]*$/.exec(line.slice(0, word))?.index;
      if (start === undefined || !this.#beginsComment(chunk, number, line, start)) return [];
      const comment = readSuppression(line, { start, end: line.trimEnd().length });
      return comment ? [{ comment, line: number }] : [];
    });
  }

  /** Whether the sign at a place of a line begins its comment, and is no part of a string or of a comment that began before. */
  #beginsComment(chunk: Chunk, number: number, line: string, character: number): boolean {
    const offset = chunk.offsetAt(number, character);
    const id = chunk.ids[this.document.entryAt(chunk, offset)];
    const start = id === undefined ? 0 : (this.document.columns.start[id] ?? 0);
    if (id === undefined || offset >= start + (this.document.columns.length[id] ?? 0)) {
      return line.slice(0, character).trim() === "";
    }
    const entry = this.#checker.view.entry(id);
    const at = entry.source.offsetOf(offset - start);
    return entry.comments.some((it) => it.start === at);
  }

  locate(at: ZoneEntry | undefined, span: Span): { path: string; range: Range } {
    if (at === undefined) throw new Error("A rule named no entry for its span.");
    return { path: at.path, range: this.rangeOf(at, span) };
  }

  isWritten(at: ZoneEntry | undefined): boolean {
    return at === undefined || !this.document.listOf((at as ReadEntry).id).isGenerated;
  }

  /** Of what all records of a `$GENERATE` have wrong, the first; it is said at the directive, and nothing there can be fixed. */
  #onceForGenerated(reports: readonly RuleReport[]): readonly RuleReport[] {
    if (reports.every(({ at }) => this.isWritten(at))) return reports;
    const first = new Map<string, RuleReport>();
    for (const it of reports) {
      if (this.isWritten(it.at)) continue;
      const key = `${this.document.listOf(it.at.id).includedBy} ${it.rule.code}`;
      const known = first.get(key);
      if (known === undefined || this.document.isBefore(it.at.id, known.at.id)) first.set(key, it);
    }
    const said = [...first.values()].flatMap((it) => this.#saidOfDirective(it) ?? []);
    return [...reports.filter(({ at }) => this.isWritten(at)), ...said];
  }

  #saidOfDirective({ rule, at, report }: RuleReport): RuleReport | undefined {
    const directive = this.#checker.view.entry(this.document.listOf(at.id).includedBy);
    if (directive.kind !== "directive") return undefined;
    const { message, data = {}, severity, related = [] } = report;
    const span = placeInDirective(directive, at, report.span);
    return { rule, report: { message, data, span, related, ...(severity && { severity }) }, at: directive };
  }

  rangeOf(entry: ZoneEntry, { start, end }: Span): Range {
    // Every entry that leaves this source was made by its view.
    const { id, source } = entry as ReadEntry;
    const chunk = this.document.chunkOf(id);
    const offset = this.document.columns.start[id] ?? 0;
    const { list } = chunk;
    if (list.isGenerated) {
      const directive = this.#checker.view.entry(list.includedBy);
      const isDirective = directive.kind === "directive";
      return this.rangeOf(directive, isDirective ? placeInDirective(directive, entry, { start, end }) : directive.span);
    }
    const from = list.positionAt(chunk, offset + source.byteAt(start));
    return { start: from, end: start === end ? from : list.positionAt(chunk, offset + source.byteAt(end)) };
  }

  entryAt(position: Position): { entry: ZoneEntry; offset: number } | undefined {
    const { chunk, offset } = this.document.list.locate(position);
    let index = this.document.entryAt(chunk, offset);
    // Behind the last line end of a file the last entry has ended already; on the end of its line it has not.
    const id = chunk.ids[index];
    if (index < 0 || id === undefined) index = -1;
    if (id === undefined) return undefined;
    const start = this.document.columns.start[id] ?? 0;
    const end = start + (this.document.columns.length[id] ?? 0);
    const endsWithLine = end > start && (chunk.bytes[end - 1] === 10 || chunk.bytes[end - 1] === 13);
    if (offset > end || (offset === end && endsWithLine)) return undefined;
    const entry = this.#checker.view.entry(id);
    return { entry, offset: entry.source.offsetOf(offset - start) };
  }

  *entries(first = 0, last = Number.POSITIVE_INFINITY): Generator<ZoneEntry> {
    const { list, columns } = this.document;
    const from = list.locate({ line: Math.max(0, first), character: 0 });
    let at = Math.max(0, this.document.entryAt(from.chunk, from.offset));
    // It may have ended on a line before.
    const id = from.chunk.ids[at];
    if (id !== undefined && (columns.start[id] ?? 0) + (columns.length[id] ?? 0) - 1 < from.offset) at++;
    for (let index = from.chunk.index; index < list.chunks.length; index++, at = 0) {
      const chunk = list.chunks[index];
      if (chunk === undefined) return;
      const behind = last + 1 - list.linesBefore(chunk);
      const end = behind > chunk.newlines ? Number.POSITIVE_INFINITY : chunk.offsetAt(behind, 0);
      for (; at < chunk.count; at++) {
        const id = chunk.ids[at] ?? -1;
        if ((columns.start[id] ?? 0) >= end) return;
        yield this.#checker.view.entry(id);
      }
    }
  }

  *policies(): Generator<ZoneEntry> {
    for (const id of policyIds(this.document)) yield this.#checker.view.entry(id);
  }

  *find(words: readonly string[]): Generator<ZoneEntry> {
    this.#reloadIncludes();
    const lower = words.map((it) => octetsOf(it).toLowerCase());
    for (const id of idsWith(this.document, lower)) yield this.#checker.view.entry(id);
  }

  get lineCount(): number {
    return this.document.list.newlines + 1;
  }

  line(number: number): string {
    if (number >= this.lineCount) return "";
    const { list } = this.document;
    const from = list.locate({ line: number, character: 0 });
    const end = from.chunk.offsetAt(number - list.linesBefore(from.chunk), Number.MAX_SAFE_INTEGER);
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(from.chunk.bytes.subarray(from.offset, end));
  }
}

/** The octets of UTF-8 as characters, as the search reads them. */
function octetsOf(word: string): string {
  return Array.from(new TextEncoder().encode(word), (it) => String.fromCharCode(it)).join("");
}

function rangeOfSilence({ line }: Silence, { start, end }: Span): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

function absolute(name: string): string {
  const lower = name.toLowerCase();
  return lower.endsWith(".") ? lower : `${lower}.`;
}

/** `db.192.168.1` and `10.rev.db` hold reverse zones; `named.empty` and its like are BIND's; the others are copies. */
const NO_DOMAIN = /^named\.|\.(?:\d+|bak|inc|old|orig|rev|signed|txt)$/;

/** `example.com.zone`, `example.com.dns`, `db.example.com` (DESIGN §5). */
export function originOfPath(path: string): string | undefined {
  const file = fileNameOf(path).toLowerCase();
  const name = /^(?:db\.(?<after>.+)|(?<before>.+)\.(?:zone|dns|db|hosts))$/.exec(file)?.groups;
  const domain = name?.["after"] ?? name?.["before"];
  if (domain === undefined || !/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+\.?$/.test(domain)) return undefined;
  return NO_DOMAIN.test(domain) ? undefined : absolute(domain);
}
