import type { Host } from "../host.ts";
import type { ConfigFile } from "../model/config.ts";
import type { StsPolicyFile } from "../model/stsPolicyFile.ts";
import type { DomainName, ZoneEntry, ZoneView } from "../model/zone.ts";
import type { LineIndex, Position, Range, Span } from "../text/span.ts";
import type { Finding, LintOptions } from "./finding.ts";

/** What the fronts (language server, CLI) see of the core. */
export interface Engine {
  /**
   * Opens a document, or replaces the open one of that path. A path is whatever the host calls the file: a URI in the
   * language server, a path in the CLI.
   */
  open(path: string, kind: SourceKind, content: Uint8Array | string, options?: OpenOptions): Source;
  get(path: string): Source | undefined;
  /** The file is looked up through the host again when another one names it. */
  close(path: string): void;
  /** A file on disk changed, came or went: what was read of it is forgotten. */
  fileChanged(path: string): void;
  /** A file of the workspace was found or made; those that are none of ours are passed over. */
  fileAdded(path: string): void;
  /** A file or a folder is gone. */
  fileRemoved(path: string): void;
  fileRenamed(from: string, to: string): void;
  /** The zone that a domain lies in: as a config names it, else open, else some file of the workspace; whole. */
  zoneHolding(domain: DomainName): ZoneSource | undefined;
  /** The zones that include files: the open ones, and those of the workspace that can be looked through at once. */
  zonesThatInclude(): readonly ZoneSource[];
  /** The MTA-STS policy files of a domain. */
  policiesFor(domain: DomainName): readonly PolicySource[];
  /** The files of the workspace, as far as `fileAdded` told of them. */
  readonly project: ProjectIndex;
  /**
   * The open documents whose findings may have changed with this one: a config that names the zone, a file that includes it,
   * the policy file of its domain.
   */
  dependentsOf(path: string): readonly Source[];
}

export interface ProjectIndex {
  /** By kind or all of them, open or not. */
  paths(kind?: SourceKind): readonly string[];
  /** The open ones as they are in the editor, the others as on disk; by path. */
  configs(): readonly ConfigSource[];
}

export type SourceKind = "zone" | "config" | "policy";
export type Source = ZoneSource | ConfigSource | PolicySource;

export interface OpenOptions {
  /** The zone's name where neither SOA nor `$ORIGIN` says it (CLI `--origin`). */
  readonly origin?: string;
  /** A large zone is read by `advance`, so that others are served meanwhile; until then it has no findings. */
  readonly readInSlices?: boolean;
}

interface CommonSource {
  readonly path: string;
  /** Replaces the text of a range; positions as in LSP. Costs what the edit touches. */
  edit(range: Range, newText: string): void;
  /** The whole text, made anew: for saving and tests, never on the keystroke path of a zone. */
  text(): string;
  /** In the order of the text; at most `limit`, then one more that says so. Files that it includes come after its own. */
  lint(options: LintOptions): Finding[];
}

export interface ZoneSource extends CommonSource {
  readonly kind: "zone";
  readonly view: ZoneView;
  /**
   * Work that was left for later (a large file's text, what a changed `$ORIGIN` means, rules), for about `budgetMs`.
   *
   * @returns whether all is done
   */
  advance(budgetMs: number): boolean;
  /** Whether the last `lint` or `advance` left nothing to do. */
  readonly isSettled: boolean;
  /** The record or directive around a position, and the offset in its text; `undefined` between entries. */
  entryAt(position: Position): { readonly entry: ZoneEntry; readonly offset: number } | undefined;
  /** The entries that touch lines `[first, last]`, in order. */
  entries(first?: number, last?: number): Iterable<ZoneEntry>;
  /** The records of this file that look like a policy in a TXT record, in order. Cheap in a zone of any size. */
  policies(): Iterable<ZoneEntry>;
  /**
   * The entries of this file and of what it includes whose text holds one of these words, in any letter case of ASCII, and
   * all that look like a policy; file by file.
   */
  find(words: readonly string[]): Iterable<ZoneEntry>;
  /** Where a span of an entry's text stands; the entry must be one that this source gave and no edit came since. */
  rangeOf(entry: ZoneEntry, span: Span): Range;
  /** The text of one line, without its end; `""` beyond the last. */
  line(number: number): string;
  readonly lineCount: number;
}

export interface ConfigSource extends CommonSource {
  readonly kind: "config";
  readonly file: ConfigFile;
  readonly lines: LineIndex;
  /** Where a place stands: of the config, or of an entry of a zone that it names. */
  locate(at: ZoneEntry | undefined, span: Span): { readonly path: string; readonly range: Range };
}

/** An MTA-STS policy file, `mta-sts.txt`. It has no comments, so nothing in it suppresses a finding. */
export interface PolicySource extends CommonSource {
  readonly kind: "policy";
  readonly file: StsPolicyFile;
  readonly lines: LineIndex;
}

export type CreateEngine = (host: Host) => Engine;
