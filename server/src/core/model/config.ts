import type { Parsed } from "../syntax/parsed.ts";
import type { DomainName, ZoneView } from "./zone.ts";

/** One `.mailconfig.yaml`, read for rules: aliases, merge keys and short forms are already followed. */
export interface ConfigFile extends Parsed<unknown> {
  readonly path: string;
  readonly text: string;
  /** The zone file that the config names for a domain; `undefined` where it names none or nothing can be read. */
  zone(domain: DomainName): ZoneView | undefined;
}
