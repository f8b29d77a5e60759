import type { FileAnswer, Host } from "../host.ts";
import type { ConfigFile } from "../model/config.ts";
import { zoneAround } from "../model/domainName.ts";
import { readConfig, type ZonesAround } from "../model/readConfig.ts";
import type { DomainName, ZoneEntry, ZoneView } from "../model/zone.ts";
import type { Rule } from "../rule.ts";
import { RULES } from "../rules/index.ts";
import { fileNameOf, isAtOrBelowPath } from "../text/paths.ts";
import type { Range, Span } from "../text/span.ts";
import type { Engine, OpenOptions, PolicySource, ProjectIndex, Source, SourceKind, ZoneSource } from "./api.ts";
import { ConfigDocumentSource } from "./configSource.ts";
import type { Locator } from "./fileFindings.ts";
import { configsAround, domainOfConfig, domainOfPath } from "./policyDomain.ts";
import { PolicyDocumentSource, type PolicyDomain } from "./policySource.ts";
import { Project } from "./project.ts";
import { ZoneFinder } from "./zoneFinder.ts";
import { ZoneFile } from "./zoneSource.ts";

/** @param rules all of them, but for tests of one */
export function createEngine(host: Host, rules: readonly Rule[] = RULES): Engine {
  return new Workspace(host, rules);
}

/** A larger zone that is not open is not looked through for what it includes: somebody waits. */
const MOST_OCTETS_AT_ONCE = 4 * 1024 * 1024;

/** The open documents, what they read of each other, and the zone files that a config names without anybody opening them. */
class Workspace implements Engine, Locator {
  readonly #host: Host;
  readonly #rules: readonly Rule[];
  readonly #open = new Map<string, ZoneFile | ConfigDocumentSource | PolicyDocumentSource>();
  /** Zone files that a config named, read from the disk. */
  readonly #named = new Map<string, ZoneFile>();
  /** Path → the paths of those that read it. */
  readonly #readers = new Map<string, Set<string>>();
  readonly #project: Project;
  readonly #finder: ZoneFinder;

  constructor(host: Host, rules: readonly Rule[]) {
    this.#host = host;
    this.#rules = rules;
    this.#project = new Project({
      host,
      openConfigs: () => [...this.#open.values()].filter((it) => it instanceof ConfigDocumentSource),
      readConfig: (path, bytes) => this.#config(path, bytes),
    });
    this.#finder = new ZoneFinder({
      host,
      project: this.#project,
      openZones: () => this.#openZones(),
      peek: (path) => {
        const open = this.#open.get(path) ?? this.#named.get(path);
        const answer = open === undefined ? this.#read(path) : undefined;
        if (answer?.kind === "file") return this.#zone(path, answer.bytes, {});
        return open instanceof ZoneFile ? open : undefined;
      },
    });
  }

  get project(): ProjectIndex {
    return this.#project;
  }

  open(path: string, kind: SourceKind, content: Uint8Array | string, options: OpenOptions = {}): Source {
    const source = this.#create(path, kind, content, options);
    this.#named.delete(path);
    this.#open.set(path, source);
    this.#changed(path);
    return source;
  }

  #create(path: string, kind: SourceKind, content: Uint8Array | string, options: OpenOptions) {
    if (kind === "zone") return this.#zone(path, content, options);
    return kind === "config" ? this.#config(path, content) : this.#policy(path, content);
  }

  #zone(path: string, content: Uint8Array | string, options: OpenOptions): ZoneFile {
    const host = this.#host;
    return new ZoneFile(path, content, options, {
      rules: this.#rules,
      include: (from, reference) => this.#include(path, from, reference),
      rulesOf: (zone) => this.#project.rulesOf(zone),
      committed: () => {
        const bytes = host.committed?.(path);
        return bytes && { bytes, read: () => this.#committedZone(path, bytes, options) };
      },
      now: () => this.#host.now(),
      logError: (what, error) => this.#host.logError(what, error),
      changed: (changed) => this.#changed(changed),
    });
  }

  /** A committed zone with what it included then, or what the disk has where nothing of that is committed. */
  #committedZone(path: string, bytes: Uint8Array, { origin }: OpenOptions): ZoneFile {
    const host = this.#host;
    return new ZoneFile(path, bytes, origin === undefined ? {} : { origin }, {
      rules: [],
      include: (from, reference) => {
        const answer = host.readFile(from, reference);
        const committed = answer?.kind === "file" ? host.committed?.(answer.path) : undefined;
        return answer?.kind === "file" && committed ? { ...answer, bytes: committed } : answer;
      },
      rulesOf: () => ({}),
      now: () => host.now(),
      logError: (what, error) => host.logError(what, error),
      changed: () => undefined,
    });
  }

  #config(path: string, content: Uint8Array | string): ConfigDocumentSource {
    const host = this.#host;
    const withoutFiles: Host = {
      now: () => host.now(),
      resolve: (from, reference) => host.resolve(from, reference),
      readFile: () => undefined,
      logError: (what, error) => host.logError(what, error),
    };
    return new ConfigDocumentSource(path, content, {
      rules: this.#rules,
      read: (from, text) => readConfig(from, text, host, this.#zonesAround(from)),
      readPart: (from, text) =>
        readConfig(from, text, withoutFiles, { ...this.#zonesAround(from), elsewhere: () => undefined }),
      zones: this,
      now: () => this.#host.now(),
      logError: (what, error) => this.#host.logError(what, error),
      changed: (changed) => this.#changed(changed),
    });
  }

  #zonesAround(config: string, reader = config): ZonesAround {
    return {
      zoneOf: (reference, domain) => this.#zoneOf(config, reference, domain, reader),
      elsewhere: (domain, reference) => this.#finder.elsewhere(config, domain, reference),
    };
  }

  #policy(path: string, content: Uint8Array | string): PolicyDocumentSource {
    return new PolicyDocumentSource(path, content, {
      rules: this.#rules,
      configAround: (from) => this.#configAround(from),
      domainOf: (from, config) => this.#domainOfPolicy(from, config),
      zones: this,
      now: () => this.#host.now(),
      logError: (what, error) => this.#host.logError(what, error),
      changed: (changed) => this.#changed(changed),
    });
  }

  get(path: string): Source | undefined {
    return this.#open.get(path);
  }

  close(path: string): void {
    this.#open.delete(path);
    this.#changed(path);
  }

  fileChanged(path: string): void {
    this.#named.delete(path);
    if (!this.#open.has(path)) this.#changed(path);
  }

  fileAdded(path: string): void {
    this.#project.add(path);
    this.fileChanged(path);
  }

  fileRemoved(path: string): void {
    this.#project.remove(path);
    this.#changedBelow(path);
  }

  fileRenamed(from: string, to: string): void {
    this.#project.rename(from, to);
    this.#changedBelow(from);
    this.#changedBelow(to);
  }

  #changedBelow(path: string): void {
    const known = [...this.#readers.keys(), ...this.#named.keys()].filter((it) => isAtOrBelowPath(it, path));
    for (const it of new Set([path, ...known])) this.fileChanged(it);
  }

  dependentsOf(path: string): readonly Source[] {
    const found = new Set<Source>();
    const visit = (at: string): void => {
      for (const reader of this.#readers.get(at) ?? []) {
        const source = this.#open.get(reader);
        if (source && found.has(source)) continue;
        if (source) found.add(source);
        if (reader !== path) visit(reader);
      }
    };
    visit(path);
    const zone = this.#open.get(path);
    if (zone instanceof ZoneFile) for (const it of this.#policiesOf(zone)) found.add(it);
    if (zone instanceof ConfigDocumentSource) for (const it of this.#zonesRuledBy(zone)) found.add(it);
    found.delete(this.#open.get(path) as Source);
    return [...found];
  }

  /** The open zones whose severities a config decides. */
  #zonesRuledBy(config: ConfigDocumentSource): readonly Source[] {
    return this.#project.zonesOf(config).flatMap((path) => this.#open.get(path) ?? []);
  }

  /** Whoever read this path reads it again before its next answer. */
  #changed(path: string): void {
    this.#project.changed(path);
    this.#finder.changed(path);
    for (const reader of this.#readers.get(path) ?? []) {
      if (reader === path) continue;
      const source = this.#open.get(reader) ?? this.#named.get(reader);
      if (source instanceof ZoneFile) source.includeChanged(path);
      else source?.forget();
    }
  }

  #remember(reader: string, path: string): void {
    const readers = this.#readers.get(path);
    if (readers) readers.add(reader);
    else this.#readers.set(path, new Set([reader]));
  }

  /** A buffer that is open wins over the disk. */
  #include(reader: string, from: string, reference: string): FileAnswer | undefined {
    const answer = this.#host.readFile(from, reference);
    if (answer === undefined || answer.kind === "forbidden") return answer;
    this.#remember(reader, answer.path);
    const open = this.#open.get(answer.path);
    return open instanceof ZoneFile ? { kind: "file", path: answer.path, bytes: open.bytes() } : answer;
  }

  /** @param reader whose answers depend on it, where that is not the config itself */
  #zoneOf(from: string, reference: string, domain: DomainName, reader: string): ZoneView | undefined {
    const path = this.#host.resolve(from, reference);
    if (path === undefined) return undefined;
    this.#remember(reader, path);
    return this.#zoneAt(path, () => this.#host.readFile(from, reference), { origin: domain })?.view;
  }

  /** As it is in the editor, else as it was read before, else on disk: the rules of a config ask once an account. */
  #zoneAt(path: string, read: () => FileAnswer | undefined, options: OpenOptions): ZoneFile | undefined {
    const open = this.#open.get(path);
    if (open instanceof ZoneFile) {
      open.finish();
      return open;
    }
    const known = this.#named.get(path);
    if (known !== undefined) return known;
    const answer = read();
    if (answer?.kind !== "file") return undefined;
    const named = this.#zone(path, answer.bytes, options);
    this.#named.set(path, named);
    return named;
  }

  zoneHolding(domain: DomainName): ZoneSource | undefined {
    const found = this.#finder.find(domain);
    if (found === undefined) return undefined;
    const { path, origin } = found;
    return this.#zoneAt(path, () => this.#read(path), origin === undefined ? {} : { origin });
  }

  zonesThatInclude(): readonly ZoneSource[] {
    const open = this.#openZones();
    const isOpen = new Set(open.map(({ path }) => path));
    const closed = this.#project.paths("zone").flatMap((path) => {
      const answer = isOpen.has(path) ? undefined : this.#read(path);
      if (answer?.kind !== "file" || answer.bytes.length > MOST_OCTETS_AT_ONCE) return [];
      const text = new TextDecoder("latin1").decode(answer.bytes);
      return /^\$include\b/im.test(text) ? [this.#zone(path, answer.bytes, {})] : [];
    });
    return [...open, ...closed].filter(({ view }) => view.directives.some(({ name }) => name === "$INCLUDE"));
  }

  policiesFor(domain: DomainName): readonly PolicySource[] {
    const open = [...this.#open.values()].filter((it) => it instanceof PolicyDocumentSource);
    const isOpen = new Set(open.map(({ path }) => path));
    const closed = this.#project.paths("policy").flatMap((path) => {
      const answer = isOpen.has(path) ? undefined : this.#read(path);
      return answer?.kind === "file" ? [this.#policy(path, answer.bytes)] : [];
    });
    return [...open, ...closed].filter((it) => it.file.domain === domain);
  }

  #read(path: string): FileAnswer | undefined {
    return this.#host.readFile(path, fileNameOf(path));
  }

  /** The nearest config around a policy file. */
  #configAround(policy: string): ConfigFile | undefined {
    for (const reference of configsAround(policy)) {
      const answer = this.#host.readFile(policy, reference);
      if (answer === undefined || answer.kind === "forbidden") return undefined;
      const { path } = answer;
      this.#remember(policy, path);
      const open = this.#open.get(path);
      if (answer.kind === "missing" && open === undefined) continue;
      const text = open?.text() ?? (answer.kind === "file" ? new TextDecoder().decode(answer.bytes) : "");
      return readConfig(path, text, this.#host, this.#zonesAround(path, policy));
    }
    return undefined;
  }

  /** The path comes first, then the config; a zone that is open wins over one that the config names. */
  #domainOfPolicy(path: string, config: () => ConfigFile | undefined): PolicyDomain {
    const told = domainOfPath(path);
    const open = told === undefined ? undefined : this.#openZone(told);
    if (open !== undefined) return { domain: told, zone: open };
    const file = config();
    const domain = told ?? (file && domainOfConfig(file));
    return { domain, zone: domain === undefined ? undefined : file?.zone(domain) };
  }

  /** The open zone of a domain, or of the nearest one above it. */
  #openZone(domain: DomainName): ZoneView | undefined {
    const zone = zoneAround(domain, this.#openZones(), ({ view }) => view.apex);
    zone?.finish();
    return zone?.view;
  }

  #openZones(): readonly ZoneFile[] {
    return [...this.#open.values()].filter((it) => it instanceof ZoneFile);
  }

  #policiesOf(zone: ZoneFile): readonly PolicyDocumentSource[] {
    return [...this.#open.values()].filter((it): it is PolicyDocumentSource => {
      const domain = it instanceof PolicyDocumentSource ? domainOfPath(it.path) : undefined;
      return domain !== undefined && zoneAround(domain, [zone], ({ view }) => view.apex) !== undefined;
    });
  }

  locate(at: ZoneEntry | undefined, span: Span): { path: string; range: Range } {
    if (at === undefined) throw new Error("A rule named no entry for its span.");
    return this.#fileOf(at).locate(at, span);
  }

  isWritten(at: ZoneEntry | undefined): boolean {
    return at === undefined || this.#fileOf(at).isWritten(at);
  }

  #fileOf(at: ZoneEntry): ZoneFile {
    const root = at.zone.path;
    const open = this.#open.get(root);
    const file = open instanceof ZoneFile ? open : this.#named.get(root);
    if (file === undefined) throw new Error("The zone of an entry is no longer known.");
    return file;
  }
}
