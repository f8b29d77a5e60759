import { flowText, writeText, type YamlEntry } from "../syntax/yaml/write.ts";
import { type ImportedAccount, type ImportedAuth, type ImportedServer, PROTOCOLS, SECRET_KEYS } from "./settings.ts";

/** The keys of an account, in the order of the documentation. Its secrets must be references by now. */
export function accountEntries(account: ImportedAccount): readonly YamlEntry[] {
  return present([
    ["provider", account.provider],
    ["from", account.from],
    ...PROTOCOLS.map((protocol) => {
      const server = account[protocol];
      const entries = server === undefined ? [] : serverEntries(server);
      return [protocol, entries.length === 0 ? undefined : { entries }] as const;
    }),
  ]);
}

function serverEntries(server: ImportedServer): readonly YamlEntry[] {
  const { host, port, security, auth, tls = {}, timeouts = {}, pool = {}, failover = [] } = server;
  return present([
    ["host", host],
    ["port", port],
    ["security", security],
    ["auth", auth && inFlow(authEntries(auth))],
    ["tls", inFlow(present(Object.entries(tls)))],
    ["ehloName", server.ehloName],
    [
      "timeouts",
      inFlow(present(Object.entries(timeouts).map(([name, time]) => [name, time && { written: writeDuration(time) }]))),
    ],
    ["pool", inFlow(present(Object.entries(pool)))],
    ["failover", failover.length === 0 ? undefined : { written: `[${failover.map(writeText).join(", ")}]` }],
  ]);
}

function authEntries(auth: ImportedAuth): readonly YamlEntry[] {
  const { method, username, clientId, accessUrl } = auth;
  const secrets = SECRET_KEYS.map((key) => {
    const reference = auth[key]?.reference;
    return [key, reference === undefined ? undefined : { written: JSON.stringify(reference) }] as const;
  });
  return present([
    ["method", method],
    ["username", username],
    ["clientId", clientId],
    ...secrets,
    ["accessUrl", accessUrl],
  ]);
}

type Given =
  | string
  | number
  | boolean
  | { readonly written: string }
  | { readonly entries: readonly YamlEntry[] }
  | undefined;

/** Without what the source does not say. */
function present(entries: readonly (readonly [string, Given])[]): readonly YamlEntry[] {
  return entries.flatMap(([key, value]): YamlEntry[] => {
    if (value === undefined || value === 0) return [];
    if (typeof value === "string") return [[key, writeText(value)]];
    if (typeof value !== "object") return [[key, String(value)]];
    return [[key, "written" in value ? value.written : value]];
  });
}

function inFlow(entries: readonly YamlEntry[]): { readonly written: string } | undefined {
  return entries.length === 0 ? undefined : { written: flowText(entries) };
}

/** `90s`, `1500ms`, `5m`. */
function writeDuration(milliseconds: number): string {
  if (milliseconds % 60_000 === 0) return `${milliseconds / 60_000}m`;
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000}s` : `${milliseconds}ms`;
}
