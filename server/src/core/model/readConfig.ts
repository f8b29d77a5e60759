import type { Protocol } from "../facts/configTypes.ts";
import { type Provider, providerOf, providerServer } from "../facts/providers.ts";
import type { Host } from "../host.ts";
import type { Severity } from "../rule.ts";
import type { YamlDocument } from "../syntax/yaml/nodes.ts";
import { parseYaml } from "../syntax/yaml/parseYaml.ts";
import type { Account, ConfigDocument, ConfigFile, DkimKey, Server, ZoneFile } from "./config.ts";
import { impliedServer, readServer, type ServerPlace } from "./configServer.ts";
import { readSettings } from "./configSettings.ts";
import { type Located, Reader } from "./configValues.ts";
import { zoneAround } from "./domainName.ts";
import type { DomainName, ZoneView } from "./zone.ts";

/** The zone files around a config. */
export interface ZonesAround {
  /**
   * The zone of a file that the config names.
   *
   * @param reference as written in `zones:`, relative to the config
   * @param domain whose records it holds, for a file that does not say so itself
   * @returns `undefined` where it cannot be read
   */
  zoneOf(reference: string, domain: DomainName): ZoneView | undefined;
  elsewhere: ConfigFile["zoneFileElsewhere"];
}

/** For a config that stands alone. */
export const NO_ZONES: ZonesAround = { zoneOf: () => undefined, elsewhere: () => undefined };

/** Reads a `.mailconfig.yaml` as far as it can be read. Never throws; zones and files are read when a rule asks. */
export function readConfig(path: string, text: string, host: Host, zones: ZonesAround): ConfigFile {
  const { root, issues } = parseYaml(text);
  const documents = root.documents.map((it) => readDocument(text, it));
  const zoneFiles = documents.flatMap((it) => it.zones);
  return {
    path,
    text,
    root,
    issues,
    documents,
    severities: readSeverities(documents),
    zone(domain) {
      const holder = zoneAround(domain, zoneFiles, (it) => it.domain);
      return holder && zones.zoneOf(holder.file.value, holder.domain);
    },
    zoneFileElsewhere: zones.elsewhere,
    resolve: (reference) => host.resolve(path, reference),
    readFile: (reference) => host.readFile(path, reference),
    filesBelow: (isWanted) => host.filesBelow?.(path, isWanted) ?? [],
    environmentNames: () => host.environmentNames?.() ?? [],
    publicKeyOf: (pem) => (host.publicKeyOf ? (host.publicKeyOf(pem) ?? "unreadable") : undefined),
    fileSafety: (file) => host.fileSafety?.(file),
  };
}

/** `Example.COM` → `example.com.`; a name that is none stays as it is. */
export function toDomainName(written: string): DomainName {
  const name = written.trim().toLowerCase();
  return name.endsWith(".") ? name : `${name}.`;
}

function readDocument(text: string, yaml: YamlDocument): ConfigDocument {
  const reader = new Reader(yaml);
  const root = reader.mapping(yaml.root);
  const at = (key: string) => reader.get(root, key)?.value;
  return {
    yaml,
    settings: readSettings(reader),
    domain: reader.value(root, "domain"),
    profile: reader.value(root, "profile"),
    zones: reader.pairs(reader.mapping(at("zones"))).flatMap((pair): ZoneFile[] => {
      const file = reader.toValue(pair.value, pair);
      return file ? [{ domain: toDomainName(pair.name), nameSpan: pair.key.span, file }] : [];
    }),
    accounts: reader.pairs(reader.mapping(at("accounts"))).flatMap((it) => readAccount(text, reader, it) ?? []),
    dkim: reader.items(at("dkim")).flatMap((item): DkimKey[] => {
      const mapping = reader.mapping(item);
      if (!mapping) return [];
      const value = (key: string) => reader.value(mapping, key);
      const [domain, selector, privateKeyFile] = [value("domain"), value("selector"), value("privateKeyFile")];
      return [{ domain, selector, privateKeyFile, span: item.span }];
    }),
    logRetention: reader.value(reader.mapping(at("logging")), "retention"),
  };
}

function readAccount(text: string, reader: Reader, at: Located): Account | undefined {
  const mapping = reader.mapping(at.value);
  if (!mapping) return undefined;
  const servers: Server[] = [];
  const providerValue = reader.value(mapping, "provider");
  const provider: Provider | undefined = providerValue && providerOf(providerValue.value);
  const account: Account = {
    name: at.name,
    nameSpan: at.key.span,
    span: { start: at.key.span.start, end: Math.max(at.key.span.end, at.value.span.end) },
    mapping,
    from: reader.value(mapping, "from"),
    providerValue,
    provider,
    servers,
  };
  const protocols: readonly Protocol[] = ["smtp", "imap", "pop3"];
  for (const protocol of protocols) {
    const pair = reader.get(mapping, protocol);
    const place: ServerPlace = { text, reader, account, protocol, isFailover: false, at: pair };
    const server = pair && readServer(pair.value, place);
    if (server) servers.push(server);
    if (server?.mapping) servers.push(...readFailover(server, place));
    if (!pair && protocol === "smtp" && providerValue && provider && providerServer(provider, protocol)) {
      const implied = impliedServer(place, providerValue.span);
      if (implied) servers.push(implied);
    }
  }
  return account;
}

function readFailover({ mapping }: Server, place: ServerPlace): Server[] {
  const { reader } = place;
  const items = reader.items(reader.get(mapping, "failover")?.value);
  return items.flatMap((item) => readServer(item, { ...place, isFailover: true, at: undefined }) ?? []);
}

function readSeverities(documents: readonly ConfigDocument[]): Record<string, Severity | "off"> {
  const severities: Record<string, Severity | "off"> = {};
  for (const { settings } of documents) {
    for (const { path, node } of settings) {
      const [key, code] = path;
      if (key !== "rules" || path.length !== 2 || node.kind !== "scalar" || typeof code !== "string") continue;
      const word = node.value.toLowerCase();
      if (word === "error" || word === "warning" || word === "info" || word === "hint" || word === "off")
        severities[code] = word;
    }
  }
  return severities;
}
