import type { Host } from "../host.ts";
import type { ConfigFile } from "../model/config.ts";
import type { DomainName } from "../model/zone.ts";
import { fileNameOf, isAtOrBelowPath } from "../text/paths.ts";
import type { ProjectIndex, SourceKind } from "./api.ts";
import type { ConfigDocumentSource } from "./configSource.ts";
import { kindOfFile } from "./fileKinds.ts";
import type { Severities } from "./severity.ts";

export interface ProjectSurroundings {
  readonly host: Host;
  /** The configs that are open: they win over the disk. */
  openConfigs(): readonly ConfigDocumentSource[];
  readConfig(path: string, bytes: Uint8Array): ConfigDocumentSource;
}

export interface NamedZone {
  readonly path: string;
  readonly origin: DomainName;
}

/** More are a folder of fixtures, not a project: those beyond are left out. */
const MOST_CONFIGS = 200;
const MOST_RENAMES = 100;

/** The configs and zone files that a workspace holds, open or not, and what the configs say of the zones. */
export class Project implements ProjectIndex {
  readonly #surroundings: ProjectSurroundings;
  readonly #kinds = new Map<string, SourceKind>();
  readonly #closed = new Map<string, ConfigDocumentSource>();
  readonly #renames: { readonly from: string; readonly to: string }[] = [];
  /** By the path of a zone file; made when it is first asked for after a change. */
  #rules: ReadonlyMap<string, Severities> | undefined;

  constructor(surroundings: ProjectSurroundings) {
    this.#surroundings = surroundings;
  }

  add(path: string): void {
    const kind = kindOfFile(path);
    if (kind === undefined) return;
    this.#kinds.set(path, kind);
    if (kind === "config") this.#rules = undefined;
  }

  /** A file that is gone, or a folder with all that was in it. */
  remove(path: string): void {
    for (const it of [...this.#kinds.keys()].filter((known) => isAtOrBelowPath(known, path))) {
      this.#kinds.delete(it);
      this.changed(it);
    }
  }

  rename(from: string, to: string): void {
    this.#renames.unshift({ from, to });
    this.#renames.length = Math.min(this.#renames.length, MOST_RENAMES);
    const moved = this.paths().filter((it) => isAtOrBelowPath(it, from));
    this.remove(from);
    for (const it of moved) this.add(to + it.slice(from.length));
    this.add(to);
  }

  /** Where a file went that somebody renamed, or whose folder; the last time counts. */
  movedTo(path: string): string | undefined {
    const rename = this.#renames.find(({ from }) => isAtOrBelowPath(path, from));
    return rename && rename.to + path.slice(rename.from.length);
  }

  /** A config was edited, opened, closed, or changed on disk. */
  changed(path: string): void {
    this.#closed.delete(path);
    if (this.#rules !== undefined && (kindOfFile(path) === "config" || this.#isOpenConfig(path)))
      this.#rules = undefined;
  }

  #isOpenConfig(path: string): boolean {
    return this.#surroundings.openConfigs().some((it) => it.path === path);
  }

  paths(kind?: SourceKind): readonly string[] {
    const paths = [...this.#kinds.keys()];
    return kind === undefined ? paths : paths.filter((it) => this.#kinds.get(it) === kind);
  }

  /** As they are in the editor, else on disk; by path. */
  configs(): readonly ConfigDocumentSource[] {
    const open = this.#surroundings.openConfigs();
    const isOpen = new Set(open.map(({ path }) => path));
    const closed = this.paths("config")
      .filter((path) => !isOpen.has(path))
      .slice(0, MOST_CONFIGS)
      .flatMap((path) => this.#closedConfig(path) ?? []);
    return [...open, ...closed].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  #closedConfig(path: string): ConfigDocumentSource | undefined {
    const known = this.#closed.get(path);
    if (known) return known;
    const answer = this.#surroundings.host.readFile(path, fileNameOf(path));
    if (answer?.kind !== "file") return undefined;
    const config = this.#surroundings.readConfig(path, answer.bytes);
    this.#closed.set(path, config);
    return config;
  }

  /** The `rules` of the configs that name a zone file. */
  rulesOf(zone: string): Severities {
    this.#rules ??= this.#readRules();
    return this.#rules.get(zone) ?? {};
  }

  #readRules(): ReadonlyMap<string, Severities> {
    const rules = new Map<string, Severities>();
    for (const config of this.configs()) {
      const { severities } = config.frame;
      if (Object.keys(severities).length === 0) continue;
      for (const path of this.zonesOf(config)) rules.set(path, { ...rules.get(path), ...severities });
    }
    return rules;
  }

  /** The paths of the zone files that a config names, whether they are there or not. */
  zonesOf({ frame }: ConfigDocumentSource): readonly string[] {
    return zonesIn(frame).map(({ path }) => path);
  }

  /** The zone files that all configs name. */
  zonesNamed(): readonly NamedZone[] {
    return this.configs().flatMap(({ frame }) => zonesIn(frame));
  }
}

function zonesIn(file: ConfigFile): readonly NamedZone[] {
  return file.documents.flatMap(({ zones }) =>
    zones.flatMap((it) => {
      const path = file.resolve(it.file.value);
      return path === undefined ? [] : [{ path, origin: it.domain }];
    }),
  );
}
