import { isHostOf, type Provider, providerOfHost, providerServer } from "../facts/providers.ts";
import type { Report } from "../rule.ts";
import type { Account, Auth, ConfigFile, Server, Value } from "./config.ts";
import { isReference } from "./configValues.ts";
import { isLocalDomain } from "./domainName.ts";

export function accountsIn(file: ConfigFile): readonly Account[] {
  const [first, ...others] = file.documents;
  return others.length === 0 ? (first?.accounts ?? []) : file.documents.flatMap(({ accounts }) => accounts);
}

/** Of a file as it was read, which never changes: two dozen rules ask for the same list. */
const SERVERS = new WeakMap<ConfigFile, readonly Server[]>();

export function serversIn(file: ConfigFile): readonly Server[] {
  const known = SERVERS.get(file);
  if (known) return known;
  const servers = accountsIn(file).flatMap((it) => it.servers);
  SERVERS.set(file, servers);
  return servers;
}

/** The host where it is known now: not a reference, not empty. */
export function hostOf({ host }: Server): string | undefined {
  return host && host.value !== "" && !host.value.includes("${") ? host.value : undefined;
}

/** Whether the environment says which server it is: it may be any, one of the own network too. */
export function isHostOfEnvironment({ host }: Server): boolean {
  return host?.value.includes("${") === true;
}

/** A name or an address of this very machine (RFC 6761 §6.3, RFC 1122 §3.2.1.3). */
export function isLoopback(host: string | undefined): boolean {
  return host !== undefined && /^(?:localhost|.*\.localhost|127(?:\.\d{1,3}){3}|::1)$/.test(host);
}

/** A host that no public DNS knows: a single label, `.local` and the like, a private address. */
export function isPrivateHost(host: string): boolean {
  if (isLoopback(host)) return true;
  if (/^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254)\./.test(host)) return /^[\d.]+$/.test(host);
  if (/^f[cde][\da-f]{2}:/.test(host)) return true;
  return /^[^.:]+$/.test(host) || /\.test$/.test(host) || (/\.[a-z][a-z\d-]*$/.test(host) && isLocalDomain(`${host}.`));
}

/** The named provider if this is one of its servers, else the one that the host belongs to. */
export function providerOfServer(server: Server): Provider | undefined {
  const host = hostOf(server);
  const { provider } = server.account;
  const own = provider && providerServer(provider, server.protocol);
  if (provider && !server.isFailover && (host === undefined || (own && isHostOf(own, host)))) return provider;
  return host === undefined || isLoopback(host) ? undefined : providerOfHost(host, server.protocol);
}

/** Whether it logs in: with a method of its own, or with anything that could be a login. */
export function hasCredentials({ auth, address }: Server): boolean {
  if (address?.password) return true;
  if (!auth || auth.method?.value === "none") return false;
  return [auth.method, auth.username, ...secretsOf(auth).map(([, value]) => value)].some((it) => it !== undefined);
}

/** Every value that nobody else may know, with its key. */
export function secretsOf(auth: Auth): readonly (readonly [key: string, value: Value])[] {
  const { password, accessToken, clientSecret, refreshToken } = auth;
  return Object.entries({ password, accessToken, clientSecret, refreshToken }).flatMap(([key, value]) =>
    value ? [[key, value] as const] : [],
  );
}

/** Whether the login is a password, not a token. */
export function usesPassword(auth: Auth | undefined): boolean {
  if (!auth) return false;
  const method = auth.method?.value;
  if (method === "xoauth2" || method === "none") return false;
  return method !== undefined || auth.password !== undefined;
}

/** The name behind `env:` or `secret:`; `undefined` for a text that is no reference. */
export function referenceName({ value }: Value): string | undefined {
  return isReference(value) ? value.trim().slice(value.trim().indexOf(":") + 1, -1) : undefined;
}

/** One report of a kind at a place: what an alias or a merge key repeats is told once. */
export function* distinct<M extends string, T extends string>(
  reports: Iterable<Report<M, T>>,
): Generator<Report<M, T>> {
  const seen = new Set<string>();
  for (const report of reports) {
    const key = `${report.message} ${report.span.start} ${report.span.end}`;
    if (!seen.has(key)) yield report;
    seen.add(key);
  }
}
