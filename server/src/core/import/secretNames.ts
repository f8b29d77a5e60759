import { environmentName, storageName } from "../facts/secretNames.ts";
import type { Protocol } from "../model/account.ts";
import {
  type Imported,
  type ImportedAccount,
  type ImportedSecret,
  PROTOCOLS,
  SECRET_KEYS,
  type SecretKey,
} from "./settings.ts";

/** Where secrets of a source go: into the environment, or into the editor's secret storage. */
export type SecretPlace = "environment" | "storage";

/** A secret that is wanted by the result, and its text where the source had it. */
export interface WantedSecret {
  readonly account: string;
  readonly key: SecretKey;
  /** The server that it is for: the editor keeps secrets by host. */
  readonly host: string;
  readonly kind: "env" | "secret";
  readonly name: string;
  readonly literal: string | undefined;
}

/** The accounts with a reference for each secret, and what has to be put where. */
export interface PlacedSecrets {
  readonly accounts: readonly ImportedAccount[];
  readonly secrets: readonly WantedSecret[];
}

/** Takes every secret out of imported accounts: from here on they can be shown and written. */
export function placeSecrets({ accounts }: Pick<Imported, "accounts">, place: SecretPlace): PlacedSecrets {
  const secrets: WantedSecret[] = [];
  const names = new Map<string, string | undefined>();
  const placed = accounts.map((account) => {
    const servers = PROTOCOLS.flatMap((protocol) => {
      const server = account[protocol];
      const { auth } = server ?? {};
      if (server === undefined || auth === undefined) return [];
      const references = SECRET_KEYS.flatMap((key) => {
        const secret = auth[key];
        if (secret === undefined) return [];
        if (secret.reference !== undefined) return [[key, { reference: secret.reference }] as const];
        const wanted = want(account.name, protocol, key, secret, server.host ?? "", place, names);
        secrets.push(wanted);
        return [[key, { reference: `\${${wanted.kind}:${wanted.name}}` }] as const];
      });
      return [[protocol, { ...server, auth: { ...auth, ...Object.fromEntries(references) } }] as const];
    });
    return { ...account, ...Object.fromEntries(servers) };
  });
  return { accounts: placed, secrets: distinct(secrets) };
}

function want(
  account: string,
  protocol: Protocol,
  key: SecretKey,
  { literal, variable }: ImportedSecret,
  host: string,
  place: SecretPlace,
  names: Map<string, string | undefined>,
): WantedSecret {
  const name = freeVariable(variable ?? environmentName(account, protocol, key), literal, names);
  // What the source keeps elsewhere the editor has not got: the note about it names the variable.
  const isElsewhere = literal === undefined && variable !== undefined;
  if (place === "environment" || isElsewhere) return { account, key, host, kind: "env", name, literal };
  return { account, key, host, kind: "secret", name: storageName(name), literal };
}

/** Accounts whose names have no Latin letter would share a variable. */
function freeVariable(name: string, literal: string | undefined, names: Map<string, string | undefined>): string {
  let free = name;
  for (let count = 2; names.has(free) && names.get(free) !== literal; count++) free = `${name}_${count}`;
  names.set(free, literal);
  return free;
}

function distinct(secrets: readonly WantedSecret[]): readonly WantedSecret[] {
  const seen = new Set<string>();
  return secrets.filter(({ kind, name, host }) => {
    const id = `${kind}:${name}@${kind === "secret" ? host : ""}`;
    return !seen.has(id) && seen.add(id) !== undefined;
  });
}
