import assert from "node:assert/strict";
import { nodesOf, type ReportNode } from "../../../client/src/mail/connection/nodes.ts";
import type { ConnectionReport, ServerReport } from "../../../client/src/mail/connection/report.ts";
import { serversOf, testConnection } from "../../../client/src/mail/connection/testConnection.ts";
import type { ConnectionTools } from "../../../client/src/mail/connection/testServer.ts";
import type { Login } from "../../../client/src/mail/login.ts";
import { translator } from "../../../server/src/core/locale.ts";
import type { AccountInfo, Protocol, ServerInfo } from "../../../server/src/protocol.ts";
import { PASSWORD, USER } from "../../support/mailServer.ts";
import { leaksIn } from "../../support/plantedSecrets.ts";
import { type AccountParts, account } from "../support.ts";

export interface Visit {
  readonly login?: Login | undefined;
  readonly ca?: string | undefined;
  readonly signal?: AbortSignal;
  readonly protocol?: Protocol;
  readonly language?: string;
  readonly now?: number;
  readonly lookup?: ConnectionTools["lookup"];
  /** Changes the account before it is tested. */
  readonly change?: (account: AccountInfo) => AccountInfo;
}

export function loginOf(password = PASSWORD, method: Login["method"] = "plain"): Login {
  const none = { accessToken: "", clientId: "", clientSecret: "", refreshToken: "", accessUrl: "" };
  return { method, username: USER, password, ...none };
}

/** An account whose only server speaks `protocol`. */
export function accountFor(parts: AccountParts, protocol: Protocol = "smtp"): AccountInfo {
  const info = account(parts);
  const { smtp, ...rest } = info;
  if (protocol === "smtp" || smtp === undefined) return info;
  const server: ServerInfo = { ...smtp, protocol };
  return { ...rest, [protocol]: server };
}

export async function visit(parts: AccountParts, options: Visit = {}) {
  const { protocol, ca, signal = new AbortController().signal, language, now, change = (it) => it } = options;
  const login = "login" in options ? options.login : loginOf();
  const lines: string[] = [];
  const t = translator(language);
  const info = change(accountFor(parts, protocol));
  const destinations = serversOf(info).map((it) => ({ ...it, login, ca }));
  const report = await testConnection(info, destinations, {
    lookup: options.lookup ?? (async () => [{ address: "127.0.0.1", family: 4 }]),
    signal,
    transcript: (line) => lines.push(line),
    now: () => now ?? Date.now(),
    t,
  });
  return { report, lines, nodes: nodesOf(report, now ?? Date.now(), t) };
}

export function serverOf({ servers: [first] }: ConnectionReport): ServerReport {
  if (first === undefined) throw new Error("No server was tested");
  return first;
}

/** `dns+ tcp+ tls- login.`: passed, failed, skipped. */
export function stepWords(report: ConnectionReport): string {
  const marks = { passed: "+", failed: "-", skipped: "." };
  return serverOf(report)
    .steps.map(({ name, state }) => name + marks[state])
    .join(" ");
}

/** `error: sentence @line` */
export function findingWords(report: ConnectionReport): readonly string[] {
  return serverOf(report).findings.map((it) => `${it.severity}: ${it.message} @${it.place.start.line}`);
}

/** All labels and descriptions of a tree. */
export function wordsOf(nodes: readonly ReportNode[]): readonly string[] {
  return nodes.flatMap(({ label, description, meaning, children }) => [
    [label, description, meaning].filter((it) => it !== "").join(" | "),
    ...wordsOf(children),
  ]);
}

export function noSecretIn(texts: readonly string[]): void {
  assert.deepEqual(leaksIn(texts.join("\n"), PASSWORD), []);
}
