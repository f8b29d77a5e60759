import type { Host } from "../host.ts";
import type { ZoneFileElsewhere } from "../model/config.ts";
import { zoneAround } from "../model/domainName.ts";
import type { DomainName } from "../model/zone.ts";
import { fileNameOf, referenceTo } from "../text/paths.ts";
import type { Project } from "./project.ts";
import { originOfPath, type ZoneFile } from "./zoneSource.ts";

export interface ZoneFinderSurroundings {
  readonly host: Host;
  readonly project: Project;
  openZones(): readonly ZoneFile[];
  /** A zone by its path alone, open or not, without keeping it. */
  peek(path: string): ZoneFile | undefined;
}

/** When nothing names a zone's file, as many files are read to find it. */
const MOST_CANDIDATES = 50;

/** Finds the file that holds the zone of a domain. */
export class ZoneFinder {
  readonly #around: ZoneFinderSurroundings;
  readonly #apexes = new Map<string, { readonly apex: DomainName | undefined }>();

  constructor(surroundings: ZoneFinderSurroundings) {
    this.#around = surroundings;
  }

  changed(path: string): void {
    this.#apexes.delete(path);
  }

  /**
   * The file of the zone that a domain lies in: the one that a config names, else an open one, else one of the workspace, by
   * its name or its SOA; of several the one with the longest name.
   *
   * @returns with the origin that the config or the file's name gives
   */
  find(domain: DomainName): { readonly path: string; readonly origin?: DomainName } | undefined {
    const { project, openZones } = this.#around;
    const named = zoneAround(domain, project.zonesNamed(), ({ origin }) => origin);
    if (named) return named;
    const found =
      zoneAround(domain, openZones(), ({ view }) => view.apex)?.path ??
      zoneAround(domain, project.paths("zone"), originOfPath) ??
      zoneAround(domain, project.paths("zone").slice(0, MOST_CANDIDATES), (it) => this.#apexOf(it));
    return found === undefined ? undefined : { path: found };
  }

  /** A file that was renamed, else one of the workspace that no config names and that holds the zone. */
  elsewhere(config: string, domain: DomainName, reference: string): ZoneFileElsewhere | undefined {
    const { host, project } = this.#around;
    const path = host.resolve(config, reference);
    const moved = path === undefined ? undefined : project.movedTo(path);
    if (moved !== undefined && host.readFile(moved, fileNameOf(moved))?.kind === "file") {
      return writtenFrom(config, moved, true);
    }
    const named = new Set(project.zonesNamed().map((it) => it.path));
    const candidates = project.paths("zone").filter((it) => !named.has(it));
    const found =
      candidates.find((it) => originOfPath(it) === domain) ??
      candidates.slice(0, MOST_CANDIDATES).find((it) => this.#apexOf(it) === domain);
    return found === undefined ? undefined : writtenFrom(config, found, false);
  }

  /** What the SOA of a zone file says, open or not. */
  #apexOf(path: string): DomainName | undefined {
    const known = this.#apexes.get(path);
    if (known !== undefined) return known.apex;
    const view = this.#around.peek(path)?.view;
    const apex = view?.hasSoa ? view.apex : undefined;
    this.#apexes.set(path, { apex });
    return apex;
  }
}

function writtenFrom(config: string, path: string, isRename: boolean): ZoneFileElsewhere | undefined {
  const reference = referenceTo(config, path);
  return reference === undefined || reference.startsWith("../") ? undefined : { reference, isRename };
}
