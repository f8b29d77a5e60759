import type { AccountInfo, ServerInfo } from "../../../server/src/protocol.ts";
import type { Action, Editor } from "../editor.ts";
import { verdict } from "../mail/connection/page.ts";
import { type ConnectionReport, hasFailed } from "../mail/connection/report.ts";
import { type Destination, serversOf, testConnection as test } from "../mail/connection/testConnection.ts";
import type { ConnectionTools } from "../mail/connection/testServer.ts";
import { resolveAccount, resolveLogin, resolveMailboxes } from "../mail/login.ts";
import { readCa } from "../mail/prepare.ts";
import { addressOf, isUnprotected } from "../mail/server.ts";
import { type AccountTools, confirmUnprotected, resolve, secretsFor, signedIn } from "./accountChoice.ts";
import { chooseAccount, chooseExistingConfig, openLine } from "./configChoice.ts";

/** What the command needs beside the editor. */
export interface ConnectionTestTools extends AccountTools {
  readonly lookup: ConnectionTools["lookup"];
  readonly now: () => number;
  /** Shows the report as a tree. */
  showReport(uri: string, report: ConnectionReport): unknown;
  /** Shows the report that is in the tree as a page. */
  openReport(): unknown;
}

/**
 * The command “Mailconfig: Test Connection”: goes to all servers of an account, up to the login, and sends nothing. Tells the
 * outcome to the user and never throws for what a file or a server says.
 *
 * @param givenUri of the config, from the code lens; asked where it is absent
 * @returns `undefined` where nothing was tested
 */
export async function testConnection(
  editor: Editor,
  tools: ConnectionTestTools,
  givenUri?: string,
  name?: string,
): Promise<ConnectionReport | undefined> {
  const { t, lookup, now } = tools;
  if (!editor.isTrusted) {
    const sentence = t(
      "Testing a connection needs a trusted workspace, because its files name the server and the login.",
    );
    editor.tell("error", sentence);
    return undefined;
  }
  const uri = givenUri ?? (await chooseExistingConfig(editor, tools));
  const account = uri === undefined ? undefined : await choose(editor, tools, uri, name);
  if (uri === undefined || account === undefined) return undefined;
  const destinations = await destinationsOf(editor, tools, uri, account);
  if (destinations === undefined) return undefined;
  const transcript = tools.transcript(`${account.name}: ${t("Test connection")}`);
  const report = await editor.progress(
    t("Testing the connection of {account}", { account: account.name }),
    (signal, tell) =>
      test(account, destinations, { lookup, now, signal, transcript, t }, (server) =>
        tell(`${server.protocol.toUpperCase()} ${addressOf(server)}`),
      ),
  );
  tellReport(editor, tools, uri, report);
  return report;
}

async function choose(
  editor: Editor,
  tools: ConnectionTestTools,
  uri: string,
  name: string | undefined,
): Promise<AccountInfo | undefined> {
  const { t, secrets } = tools;
  const accounts = (await tools.accounts(uri)).filter((it) => serversOf(it).length > 0);
  if (accounts.length === 0) {
    editor.tell("warning", t("No account of this file names a server."));
    return undefined;
  }
  const written = await chooseAccount(editor, accounts, name, t("Test the connection of which account?"));
  if (written === undefined) return undefined;
  const { environment } = secrets;
  const resolved = await resolve(editor, tools, uri, async () =>
    resolveMailboxes(await resolveAccount(written, environment), environment),
  );
  return resolved === "missing" ? undefined : resolved;
}

/** Logins and certificates of all servers, before the first one is spoken to; `undefined` where the user gave up. */
async function destinationsOf(
  editor: Editor,
  tools: ConnectionTestTools,
  uri: string,
  account: AccountInfo,
): Promise<readonly Destination[] | undefined> {
  const servers = serversOf(account);
  const isAllowed = !servers.some(({ server }) => isUnprotected(server)) || (await confirmUnprotected(editor, tools));
  if (!isAllowed) return undefined;
  const found: Destination[] = [];
  for (const { server, isFailover } of servers) {
    const access = await accessTo(editor, tools, uri, server);
    if (access === undefined) return undefined;
    found.push({ server, isFailover, ...access });
  }
  return found;
}

async function accessTo(editor: Editor, tools: ConnectionTestTools, uri: string, server: ServerInfo) {
  const { readBeside, t } = tools;
  const access = await resolve(editor, tools, uri, async () => {
    const login = await resolveLogin(server.auth, secretsFor(editor, tools, server));
    const ca = await readCa(server, (reference) => readBeside(uri, reference), t);
    return { login: login && (await signedIn(tools, server, login)), ca };
  });
  return access === "missing" ? undefined : access;
}

function tellReport(editor: Editor, tools: ConnectionTestTools, uri: string, report: ConnectionReport): void {
  const { t, showReport, openReport, showTranscript } = tools;
  const actions: readonly Action[] = [
    { title: t("Open report"), run: openReport },
    { title: t("Show transcript"), run: showTranscript },
  ];
  if (report.servers.length > 0) showReport(uri, report);
  const worst = report.servers.flatMap(({ findings }) => findings)[0];
  const isWarning = report.servers.some(({ findings }) => findings.some(({ severity }) => severity === "warning"));
  const level = hasFailed(report) ? "error" : isWarning && !report.isCancelled ? "warning" : "info";
  const line = worst === undefined || report.isCancelled ? [] : [openLine(editor, uri, worst.place, t)];
  editor.tell(level, verdict(report, t), [...line, ...actions]);
}
