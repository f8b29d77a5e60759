import type { ConfigKey, Protocol, ValueType } from "../facts/configTypes.ts";
import type { Provider } from "../facts/providers.ts";
import type { FileAnswer, FileSafety, PublicKey } from "../host.ts";
import type { Severity } from "../rule.ts";
import type { Parsed } from "../syntax/parsed.ts";
import type {
  MappingNode,
  Pair,
  ScalarNode,
  YamlDocument,
  YamlFault,
  YamlFile,
  YamlNode,
} from "../syntax/yaml/nodes.ts";
import type { Span } from "../text/span.ts";
import type { DomainName, ZoneView } from "./zone.ts";

/** One `.mailconfig.yaml`, read for rules: aliases, merge keys and short forms are already followed. */
export interface ConfigFile extends Parsed<YamlFile> {
  readonly path: string;
  readonly text: string;
  readonly issues: readonly ConfigIssue[];
  readonly documents: readonly ConfigDocument[];
  /** Of the key `rules` of all documents, as the settings have them: by code or by pattern. */
  readonly severities: Readonly<Record<string, Severity | "off">>;
  /**
   * The zone file that the config names for a domain or for one above it; `undefined` where it names none or nothing can
   * be read.
   */
  zone(domain: DomainName): ZoneView | undefined;
  /**
   * Where the zone file of a domain may be that is not where the config says: it was renamed, or another file of the
   * workspace holds that zone. Written as the config would write it.
   */
  zoneFileElsewhere(domain: DomainName, reference: string): ZoneFileElsewhere | undefined;
  /** The path of a file that the config names; `undefined` where it may not be read. */
  resolve(reference: string): string | undefined;
  /** A file that the config names. */
  readFile(reference: string): FileAnswer | undefined;
  /** Files beside this one and below, as they are written here. */
  filesBelow(isWanted: (name: string) => boolean): readonly string[];
  environmentNames(): readonly string[];
  /** The public half of a private key; `"unreadable"` where the bytes hold none, `undefined` where nobody can tell. */
  publicKeyOf(pem: Uint8Array): PublicKey | "unreadable" | undefined;
  fileSafety(path: string): FileSafety | undefined;
}

export interface ZoneFileElsewhere {
  readonly reference: string;
  readonly isRename: boolean;
}

export interface ConfigIssue {
  readonly code: "config/syntax" | "config/duplicate-key";
  readonly reason: YamlFault;
  readonly span: Span;
  readonly detail: string;
  readonly related?: Span | undefined;
}

/** One YAML document of the file. */
export interface ConfigDocument {
  readonly yaml: YamlDocument;
  /** Every key with its value, outer ones first, wherever they were written. What is broken is left out. */
  readonly settings: readonly Setting[];
  readonly domain: Value | undefined;
  readonly profile: Value | undefined;
  readonly zones: readonly ZoneFile[];
  readonly accounts: readonly Account[];
  readonly dkim: readonly DkimKey[];
  readonly logRetention: Value | undefined;
}

/** A key with its value, or an item of a list (then `keyNode` is absent). */
export interface Setting {
  readonly path: readonly (string | number)[];
  readonly keyNode: YamlNode | undefined;
  /** Aliases are followed: it may stand elsewhere in the document. */
  readonly node: YamlNode;
  /** The mapping as it counts: of the setting itself or of the anchor that was merged in. */
  readonly parent: MappingNode | undefined;
  readonly pair: Pair | undefined;
  /** What the table says of the key; `undefined` for a key that it does not have. */
  readonly key: ConfigKey | undefined;
  /** What may stand here; `undefined` for a key that the table does not have. */
  readonly type: ValueType | undefined;
  /** What the parent may hold: for keys that the table does not have. */
  readonly siblings: readonly ConfigKey[];
}

/** A scalar that is there and is not empty. */
export interface Value {
  readonly value: string;
  /** With quotes: what a fix replaces. */
  readonly span: Span;
  readonly node: ScalarNode;
  /** The mapping and the pair it stands in; absent in lists. */
  readonly parent: MappingNode | undefined;
  readonly pair: Pair | undefined;
}

export interface ZoneFile {
  readonly domain: DomainName;
  readonly nameSpan: Span;
  readonly file: Value;
}

export interface DkimKey {
  readonly domain: Value | undefined;
  readonly selector: Value | undefined;
  readonly privateKeyFile: Value | undefined;
  readonly span: Span;
}

export interface Account {
  readonly name: string;
  readonly nameSpan: Span;
  readonly span: Span;
  readonly mapping: MappingNode;
  readonly from: Value | undefined;
  /** As written, known or not. */
  readonly providerValue: Value | undefined;
  readonly provider: Provider | undefined;
  /** In the order smtp, imap, pop3, each followed by its stand-bys. */
  readonly servers: readonly Server[];
}

export type Security = "tls" | "starttls" | "none";

/** A fact of a server and where it comes from. */
export interface Choice<T> {
  readonly value: T;
  /** The text that says it: a value, or a part of an address; `undefined` for a default. */
  readonly span: Span | undefined;
  /** Of a key of the server; `undefined` in an address and for defaults. */
  readonly written: Value | undefined;
}

export interface Server {
  readonly protocol: Protocol;
  readonly account: Account;
  /** `implied`: the account names a provider and no server. */
  readonly form: "mapping" | "address" | "implied";
  readonly isFailover: boolean;
  /** Of the mapping or the address; of the provider's name where it is implied. */
  readonly span: Span;
  /** The key `smtp`, where there is one. */
  readonly keySpan: Span | undefined;
  readonly mapping: MappingNode | undefined;
  /** Where the server stands itself, to rewrite it. */
  readonly place: { readonly parent: MappingNode; readonly pair: Pair } | undefined;
  readonly address: ServerAddress | undefined;
  /** Lower case, without a final dot. */
  readonly host: Choice<string> | undefined;
  readonly port: Choice<number>;
  readonly security: Choice<Security>;
  readonly auth: Auth | undefined;
  readonly tls: Tls | undefined;
  readonly ehloName: Value | undefined;
  readonly timeouts: readonly Named[];
  readonly keepAlive: Value | undefined;
  readonly pool: Pool | undefined;
}

export interface Named extends Value {
  readonly name: string;
}

export interface Auth {
  readonly span: Span;
  readonly keySpan: Span | undefined;
  readonly mapping: MappingNode | undefined;
  readonly method: Value | undefined;
  readonly username: Value | undefined;
  readonly password: Value | undefined;
  readonly accessToken: Value | undefined;
  readonly clientId: Value | undefined;
  readonly clientSecret: Value | undefined;
  readonly refreshToken: Value | undefined;
  readonly accessUrl: Value | undefined;
}

export interface Tls {
  readonly minVersion: Value | undefined;
  readonly servername: Value | undefined;
  readonly rejectUnauthorized: Value | undefined;
  readonly caFile: Value | undefined;
}

export interface Pool {
  readonly maxConnections: Value | undefined;
  readonly maxMessages: Value | undefined;
  readonly ratePerSecond: Value | undefined;
}

/** `protocol://[user[:password]@]host[:port]`, taken apart; spans count in the document. */
export interface ServerAddress {
  readonly scheme: Part;
  readonly user: Part | undefined;
  readonly password: Part | undefined;
  readonly host: Part;
  readonly port: Part | undefined;
  /** What stands behind: a path, a query. */
  readonly rest: Part | undefined;
}

export interface Part {
  readonly value: string;
  readonly span: Span;
}
