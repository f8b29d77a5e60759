import { defaultPort } from "../facts/ports.ts";
import { type Provider, providerOf } from "../facts/providers.ts";
import type { Protocol, Security } from "../model/account.ts";
import { readDotenv } from "./dotenv.ts";
import { type EnvField, type EnvFields, readEnvName, soundsLikeMail, textOf } from "./envNames.ts";
import { isUnverified, readSecurity } from "./envSecurity.ts";
import { serviceOf } from "./nodemailerServices.ts";
import { REASON } from "./notes.ts";
import type { Imported, ImportedAccount, ImportedAuth, ImportedSecret, ImportedServer } from "./settings.ts";
import { isSmtpUrl, readSmtpUrl } from "./smtpUrl.ts";
import { accountName, freeName, LOGIN_METHODS, type Sourced, ValueReader } from "./values.ts";

type Protocols = Map<Protocol, EnvFields>;
/** By the word that the names begin with: `SMTP`, `MAIL`, `EMAIL`. */
type Families = Map<string, EnvFields>;

/** Reads the mail variables of a `.env` file, whatever framework they are meant for. Never throws. */
export function importDotenv(text: string): Imported {
  const reader = new ValueReader();
  const taken = new Set<string>();
  const accounts = [...readGroups(text, reader)].flatMap(([prefix, protocols]) => {
    const usual = accountName(prefix.toLowerCase().replaceAll("_", "-"), "mail");
    return accountsOf(protocols).flatMap((servers): ImportedAccount[] => {
      const name = freeName(usual, taken);
      const account = readAccount(name, servers, reader);
      if (account) taken.add(name);
      else for (const fields of servers.values()) for (const at of fields.values()) reader.drop(at, REASON.noHost);
      return account ? [account] : [];
    });
  });
  return { format: "dotenv", accounts, notes: reader.notes };
}

function readGroups(text: string, reader: ValueReader): ReadonlyMap<string, Map<Protocol, Families>> {
  const groups = new Map<string, Map<Protocol, Families>>();
  for (const at of readDotenv(text)) {
    const name = readEnvName(at.key);
    if (name === undefined) {
      if (soundsLikeMail(at.key) || isSmtpUrl(at.value)) reader.drop(at, REASON.noKey);
      continue;
    }
    const protocols = entryOf(groups, name.group, () => new Map<Protocol, Families>());
    const families = entryOf(protocols, name.protocol, () => new Map<string, EnvFields>());
    const fields = entryOf(families, name.family, () => new Map<EnvField, Sourced>());
    if (textOf(fields, name.field) === "") fields.set(name.field, at);
    else if (at.value !== "") reader.drop(at, REASON.second);
  }
  return groups;
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

/** Families that name a server each are accounts of their own; one that names none completes the first that does. */
function accountsOf(protocols: ReadonlyMap<Protocol, Families>): readonly Protocols[] {
  const accounts: Protocols[] = [];
  for (const [protocol, families] of protocols) {
    const all = [...families.values()].flatMap(withoutSecondServer);
    const servers = all.filter(namesServer);
    const [first = new Map<EnvField, Sourced>(), ...others] = servers.length > 0 ? servers : all.slice(0, 1);
    for (const fields of all) {
      if (servers.includes(fields)) continue;
      for (const [field, at] of fields) if (textOf(first, field) === "") first.set(field, at);
    }
    for (const [index, fields] of [first, ...others].entries()) {
      const account = accounts[index] ?? new Map<Protocol, EnvFields>();
      account.set(protocol, fields);
      accounts[index] = account;
    }
  }
  return accounts;
}

function namesServer(fields: EnvFields): boolean {
  return textOf(fields, "host") !== "" || isSmtpUrl(textOf(fields, "address")) || textOf(fields, "service") !== "";
}

/** `MAIL_HOST` and `MAIL_URL` side by side name two servers. */
function withoutSecondServer(fields: EnvFields): readonly EnvFields[] {
  const address = fields.get("address");
  if (address === undefined || textOf(fields, "host") === "" || !isSmtpUrl(address.value)) return [fields];
  fields.delete("address");
  return [fields, new Map([["address", address]])];
}

function readAccount(name: string, protocols: Protocols, reader: ValueReader): ImportedAccount | undefined {
  const smtp = protocols.get("smtp");
  const provider = readProvider(smtp?.get("service"), reader);
  if (![...protocols.values()].some(namesServer)) return undefined;
  const servers = [...protocols].flatMap(([protocol, fields]) => {
    const server = readServer(protocol, fields, provider, reader);
    return server === undefined ? [] : [[protocol, server] as const];
  });
  if (servers.length === 0) return undefined;
  return { name, provider: provider?.id, from: smtp && readFrom(smtp, reader), ...Object.fromEntries(servers) };
}

function readProvider(at: Sourced | undefined, reader: ValueReader): Provider | undefined {
  if (at === undefined || at.value === "") return undefined;
  return providerOf(serviceOf(at.value)?.provider ?? "") ?? reader.drop(at, REASON.service);
}

function readServer(
  protocol: Protocol,
  fields: EnvFields,
  provider: Provider | undefined,
  reader: ValueReader,
): ImportedServer | undefined {
  noteDriver(fields.get("driver"), reader);
  const url = fields.get("address");
  const fromUrl = url && isSmtpUrl(url.value) ? readSmtpUrl(url, reader) : undefined;
  const { host, port: written } = splitHost(fields.get("host"), reader);
  if (host === undefined && fromUrl === undefined && provider === undefined) return undefined;
  const port = reader.port(fields.get("port")) ?? written ?? fromUrl?.port;
  const security = fromUrl?.security ?? readSecurity(fields, port, provider, reader);
  const timeout = reader.seconds(fields.get("timeout"));
  return {
    host: host ?? fromUrl?.host,
    port: port ?? (provider === undefined ? usualPort(protocol, security) : undefined),
    security,
    auth: readAuth(fields, reader) ?? fromUrl?.auth,
    tls: {
      rejectUnauthorized: isUnverified(fields.get("isVerified")) ? false : fromUrl?.tls?.rejectUnauthorized,
      caFile: reader.authorities(fields.get("caFile")),
    },
    ehloName: protocol === "smtp" ? (reader.text(fields.get("ehloName")) ?? fromUrl?.ehloName) : undefined,
    timeouts: { connection: timeout },
  };
}

/** Without a port these programs send through 25 in clear text. */
function usualPort(protocol: Protocol, security: Security = "none"): number {
  return protocol === "smtp" && security === "none" ? 25 : defaultPort(protocol, security);
}

/** Grafana and older Gitea write `host:port`. */
function splitHost(
  at: Sourced | undefined,
  reader: ValueReader,
): { host?: string | undefined; port?: number | undefined } {
  if (at === undefined || at.value === "") return {};
  const [, host, port] = /^([^\s:/]{1,253}):(\d{1,5})$/.exec(at.value) ?? [];
  if (host === undefined) return { host: hostReference(at.value) ?? reader.text(at) };
  return { host: reader.text({ ...at, value: host }), port: reader.port({ ...at, value: port ?? "" }) };
}

/** `${OTHER}`, which this file does not define. */
function hostReference(text: string): string | undefined {
  const name = /^\$\{([A-Za-z_]\w*)\}$/.exec(text)?.[1];
  return name === undefined ? undefined : `\${env:${name}}`;
}

function noteDriver(at: Sourced | undefined, reader: ValueReader): void {
  if (at === undefined || at.value === "" || /smtp/i.test(at.value)) return;
  reader.drop(at, REASON.notSmtp);
}

function readAuth(fields: EnvFields, reader: ValueReader): ImportedAuth | undefined {
  const username = readUser(fields.get("username"), reader);
  const secrets = {
    password: readSecret(fields.get("password")),
    accessToken: readSecret(fields.get("accessToken")),
    clientSecret: readSecret(fields.get("clientSecret")),
    refreshToken: readSecret(fields.get("refreshToken")),
  };
  const hasSecret = Object.values(secrets).some((it) => it !== undefined);
  if (username === undefined && !hasSecret) return undefined;
  const written = fields.get("method");
  const word = written?.value.toLowerCase().replace("cram_md5", "cram-md5") ?? "";
  const isOAuth = secrets.password === undefined && (secrets.accessToken ?? secrets.refreshToken) !== undefined;
  const method = LOGIN_METHODS.find((it) => it === word) ?? (isOAuth ? "xoauth2" : "plain");
  if (word !== "" && method !== word) reader.drop(written, REASON.method);
  return { method, username, clientId: reader.text(fields.get("clientId")), ...secrets };
}

function readUser(at: Sourced | undefined, reader: ValueReader): string | undefined {
  return at === undefined || at.value === "null" ? undefined : (hostReference(at.value) ?? reader.text(at));
}

/** The variable keeps its name: the program that the file was made for goes on reading it. */
function readSecret(at: Sourced | undefined): ImportedSecret | undefined {
  if (at === undefined || at.value === "" || at.value === "null") return undefined;
  const other = hostReference(at.value);
  if (other !== undefined) return { reference: other };
  const variable = /^[A-Za-z_]\w*$/.test(at.key) ? at.key : undefined;
  return { literal: at.value, variable };
}

function readFrom(fields: EnvFields, reader: ValueReader): string | undefined {
  const at = fields.get("from");
  const domain = textOf(fields, "fromDomain");
  if (at === undefined || at.value === "") return undefined;
  const isLocalPart = !at.value.includes("@") && domain !== "";
  return reader.mailbox(isLocalPart ? { ...at, value: `${at.value}@${domain}` } : at, fields.get("fromName"));
}
