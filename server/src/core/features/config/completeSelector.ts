import type { ConfigFile } from "../../model/config.ts";
import { toDomainName } from "../../model/readConfig.ts";
import type { CursorContext } from "../../syntax/yaml/cursorContext.ts";

/** The selectors that the zone of a key's domain publishes and that no other key of the file has. */
export function selectorsAt(file: ConfigFile, { path, document }: CursorContext): readonly string[] {
  const here = file.documents[document] ?? file.documents[0];
  const index = path.findLast((it) => typeof it === "number");
  const domain = (here?.dkim[Number(index)]?.domain ?? here?.domain)?.value;
  if (domain === undefined || here === undefined) return [];
  const zone = file.zone(toDomainName(domain));
  const suffix = `._domainkey.${toDomainName(domain)}`;
  const published = zone
    ?.domainKeys()
    .flatMap(({ owner }) => (owner.endsWith(suffix) ? owner.slice(0, -suffix.length) : []));
  const taken = here.dkim.flatMap((it, at) => (at !== index && it.selector ? it.selector.value.toLowerCase() : []));
  return [...new Set(published)].filter((it) => !it.startsWith("*") && !taken.includes(it));
}
