import type { OpenOptions, ZoneSource } from "../index.ts";
import { translator, type Translate } from "../locale.ts";
import type { ZoneEntry, ZoneView } from "../model/zone.ts";
import type { Rule } from "../rule.ts";
import type { Chunk, ChunkList } from "../syntax/zone/chunks.ts";
import { type IncludeAnswer, ZoneDocument } from "../syntax/zone/zoneDocument.ts";
import type { Position, Range, Span } from "../text/span.ts";
import { compareFindings, LocatedFinding, type Locator, sentence } from "./fileFindings.ts";
import type { Finding, LintOptions } from "./finding.ts";
import { severityOf } from "./severity.ts";
import { isSilenced, readSuppression, type Silence, silencesOf } from "../syntax/suppression.ts";
import { groupRules, type RuleReport, ZoneChecker } from "./zoneChecker.ts";
import type { ReadEntry } from "./zoneEntries.ts";

/** What a zone source needs of the engine around it. */
export interface ZoneSurroundings {
  readonly rules: readonly Rule[];
  include(from: string, reference: string): IncludeAnswer | undefined;
  now(): number;
  logError(what: string, error: unknown): void;
  /** The text of this path changed. */
  changed(path: string): void;
}

/** A zone file that is open or that another file names: its document, and its findings. */
export class ZoneFile implements ZoneSource, Locator {
  readonly kind = "zone";
  readonly path: string;
  readonly document: ZoneDocument;
  readonly #checker: ZoneChecker;
  readonly #surroundings: ZoneSurroundings;
  readonly #staleIncludes = new Set<string>();

  constructor(path: string, content: Uint8Array | string, { origin }: OpenOptions, surroundings: ZoneSurroundings) {
    this.path = path;
    this.#surroundings = surroundings;
    const removed = (entry: number) => checker?.removed(entry);
    let checker: ZoneChecker | undefined;
    this.document = new ZoneDocument(typeof content === "string" ? new TextEncoder().encode(content) : content, {
      path,
      origin: (origin && absolute(origin)) ?? originOfPath(path) ?? ".",
      include: (from, reference) => surroundings.include(from, reference),
      onRemove: removed,
    });
    checker = new ZoneChecker(this.document, groupRules(surroundings.rules), (what, error) => surroundings.logError(what, error));
    this.#checker = checker;
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
    return this.document.advance(budgetMs);
  }

  lint(options: LintOptions): Finding[] {
    this.#reloadIncludes();
    const { document } = this;
    const translate = translator(options.language);
    const context = { now: this.#surroundings.now(), extraTypes: new Set(options.extraTypes) };
    const reports = this.#checker.check(context, options.limit);
    const silences = new Map<ChunkList, Silence[]>();
    const findings: LocatedFinding[] = [];
    for (const it of reports) {
      const list = document.listOf(it.at.id);
      let ofFile = silences.get(list);
      if (!ofFile) silences.set(list, (ofFile = this.#silences(list)));
      const severity = severityOf(it.rule.code, it.report.severity ?? it.rule.severity, options.severities);
      const isSilent = ofFile.length > 0 && isSilenced(ofFile, it.rule.code, this.#linesOf(it));
      if (severity === "off" || isSilent) continue;
      findings.push(new LocatedFinding(it.rule, it.report, it.at, severity, this, translate));
    }
    const own = silences.get(document.list) ?? this.#silences(document.list);
    return this.#finish(findings, reports.length > options.limit, own, options, translate);
  }

  /** Orders, cuts, and adds what only the whole can tell: comments that silence nothing, and that there is more. */
  #finish(found: LocatedFinding[], isCut: boolean, own: readonly Silence[], options: LintOptions, translate: Translate): Finding[] {
    const findings: Finding[] = found;
    const unused = isCut ? undefined : this.#rule("cross/suppression-unused");
    if (unused) {
      for (const silence of own) {
        if (silence.isUsed || silence.comment.codes.some((it) => severityOf(it, "hint", options.severities) === "off")) continue;
        const severity = severityOf(unused.code, unused.severity, options.severities);
        if (severity === "off") continue;
        findings.push(this.#unusedFinding(unused, silence, severity, translate));
      }
    }
    findings.sort((a, b) => (a.path === b.path ? compareFindings(a, b) : a.path === this.path ? -1 : b.path === this.path ? 1 : a.path < b.path ? -1 : 1));
    if (findings.length <= options.limit && !isCut) return findings;
    findings.length = Math.min(findings.length, options.limit);
    const more = this.#rule("cross/too-many-findings");
    const first = { line: 0, character: 0 };
    if (more) {
      const message = sentence(more.messages["more"], { count: options.limit }, translate);
      findings.push({ code: more.code, severity: more.severity, message, path: this.path, range: { start: first, end: first }, related: [], fixes: [] });
    }
    return findings;
  }

  #rule(code: string): Rule | undefined {
    return this.#surroundings.rules.find((it) => it.code === code);
  }

  #unusedFinding(rule: Rule, silence: Silence, severity: Finding["severity"], translate: Translate): Finding {
    const line = this.line(silence.line);
    const { start, end } = silence.comment.span;
    const place = (character: number) => ({ line: silence.line, character });
    const isAlone = line.slice(0, start).trim() === "";
    const begin = isAlone ? 0 : line.slice(0, start).trimEnd().length;
    const whole = isAlone && silence.line < this.lineCount - 1;
    const edit = { path: this.path, range: { start: place(begin), end: whole ? { line: silence.line + 1, character: 0 } : place(end) }, newText: "" };
    return {
      code: rule.code,
      severity,
      message: translate(rule.messages["unused"] ?? ""),
      path: this.path,
      range: { start: place(start), end: place(end) },
      related: [],
      fixes: [{ kind: "safe", title: translate(rule.titles?.["remove"] ?? ""), edits: [edit] }],
    };
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
    const text = new TextDecoder().decode(chunk.bytes.subarray(0, chunk.length));
    const lines = text.split(/\r\n|\n|\r/);
    return lines.flatMap((line, number) => {
      const word = line.indexOf("mailconfig-");
      if (word < 0) return [];
      const start = /[;]+[ \t]*$/.exec(line.slice(0, word))?.index;
      if (start === undefined || this.#isInString(chunk, number, start)) return [];
      const comment = readSuppression(line, { start, end: line.trimEnd().length });
      return comment ? [{ comment, line: number }] : [];
    });
  }

  #isInString(chunk: Chunk, line: number, character: number): boolean {
    const offset = chunk.offsetAt(line, character);
    const id = chunk.ids[this.document.entryAt(chunk, offset)];
    if (id === undefined) return false;
    const start = this.document.columns.start[id] ?? 0;
    if (offset >= start + (this.document.columns.length[id] ?? 0)) return false;
    const entry = this.#checker.view.entry(id);
    const at = entry.source.offsetOf(offset - start);
    return !entry.comments.some((it) => it.start <= at && at < it.end);
  }

  locate(at: ZoneEntry | undefined, span: Span): { path: string; range: Range } {
    if (at === undefined) throw new Error("A rule named no entry for its span.");
    return { path: at.path, range: this.rangeOf(at, span) };
  }

  rangeOf(entry: ZoneEntry, { start, end }: Span): Range {
    // Every entry that leaves this source was made by its view.
    const { id, source } = entry as ReadEntry;
    const chunk = this.document.chunkOf(id);
    const offset = this.document.columns.start[id] ?? 0;
    const { list } = chunk;
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
    const begin = first <= 0 ? list.chunks[0] : list.locate({ line: first, character: 0 }).chunk;
    for (let index = begin?.index ?? 0; index < list.chunks.length; index++) {
      const chunk = list.chunks[index];
      if (chunk === undefined || list.linesBefore(chunk) > last) return;
      for (let at = 0; at < chunk.count; at++) {
        const id = chunk.ids[at] ?? -1;
        const start = columns.start[id] ?? 0;
        const end = list.positionAt(chunk, Math.max(start, start + (columns.length[id] ?? 0) - 1)).line;
        if (end < first) continue;
        if (list.positionAt(chunk, start).line > last) return;
        yield this.#checker.view.entry(id);
      }
    }
  }

  get lineCount(): number {
    return this.document.list.newlines + 1;
  }

  line(number: number): string {
    if (number >= this.lineCount) return "";
    const { list } = this.document;
    const from = list.locate({ line: number, character: 0 });
    const end = from.chunk.offsetAt(number - list.linesBefore(from.chunk), Number.MAX_SAFE_INTEGER);
    return new TextDecoder().decode(from.chunk.bytes.subarray(from.offset, end));
  }
}

function absolute(name: string): string {
  const lower = name.toLowerCase();
  return lower.endsWith(".") ? lower : `${lower}.`;
}

/** `example.com.zone`, `example.com.dns`, `db.example.com` (DESIGN §5). */
export function originOfPath(path: string): string | undefined {
  const file = decodeURIComponent(/[^/\\]*$/.exec(path)?.[0].replace(/%(?![0-9a-f]{2})/gi, "%25") ?? "").toLowerCase();
  const name = /^(?:db\.(?<after>.+)|(?<before>.+)\.(?:zone|dns|db|hosts))$/.exec(file)?.groups;
  const domain = name?.["after"] ?? name?.["before"];
  if (domain === undefined || !/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+\.?$/.test(domain)) return undefined;
  return absolute(domain);
}
