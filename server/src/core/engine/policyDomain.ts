import type { ConfigFile } from "../model/config.ts";
import { toDomainName } from "../model/readConfig.ts";
import type { DomainName } from "../model/zone.ts";

const CONFIG_NAMES = [".mailconfig.yaml", ".mailconfig.yml"];
/** `mta-sts.example.com/.well-known/mta-sts.txt` may lie two folders below the config, or one more where sites have a folder. */
const MOST_FOLDERS_UP = 3;

/** The domain that a path tells: the host that serves the file is `mta-sts.<domain>` (RFC 8461 §3.2). */
export function domainOfPath(path: string): DomainName | undefined {
  const folders = path.split(/[\\/]/).slice(0, -1);
  for (const folder of folders.reverse()) {
    const [, domain] = /^mta-sts\.([a-z0-9-]+(?:\.[a-z0-9-]+)+)\.?$/i.exec(folder) ?? [];
    if (domain !== undefined) return toDomainName(domain);
  }
  return undefined;
}

/** Where a config is looked for, relative to the policy file, the nearest first. */
export function configsAround(path: string): readonly string[] {
  const depth = Math.min(path.split(/[\\/]/).length - 1, MOST_FOLDERS_UP);
  const folders = Array.from({ length: depth + 1 }, (_, up) => "../".repeat(up));
  return folders.flatMap((folder) => CONFIG_NAMES.map((name) => folder + name));
}

/**
 * The domain of a policy file whose path tells none: that of the config, if the config names its zone, else the only one
 * that it names a zone for.
 */
export function domainOfConfig({ documents }: ConfigFile): DomainName | undefined {
  const named = new Set(documents.flatMap(({ zones }) => zones.map(({ domain }) => domain)));
  const own = documents.flatMap(({ domain }) => (domain ? toDomainName(domain.value) : []));
  const [found, ...others] = own.some((it) => named.has(it)) ? new Set(own.filter((it) => named.has(it))) : named;
  return others.length === 0 ? found : undefined;
}
