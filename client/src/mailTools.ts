import { lookup } from "node:dns/promises";
import { readFile, realpath } from "node:fs/promises";
import { dirname, isAbsolute, resolve } from "node:path";
import * as vscode from "vscode";
import type { Translate } from "../../server/src/core/locale.ts";
import type { Range } from "../../server/src/core/text/span.ts";
import { isBelow } from "../../server/src/node/folders.ts";
import type { MailTools } from "./commands/sendTestMail.ts";
import type { ConnectionTestTools } from "./commands/testConnection.ts";
import { configs } from "./configFiles.ts";
import type { ConnectionView } from "./connectionView.ts";
import type { Editor } from "./editor.ts";
import { connect } from "./mail/connect.ts";
import { nodesOf } from "./mail/connection/nodes.ts";
import { reportPage } from "./mail/connection/page.ts";
import type { ConnectionReport } from "./mail/connection/report.ts";
import type { SignIn } from "./mail/signIn.ts";
import type { Secrets } from "./secrets.ts";
import type { Server } from "./server.ts";

export { compareLive } from "./commands/compareLive.ts";
export { explainReply } from "./commands/explainReply.ts";
export { sendTestMail } from "./commands/sendTestMail.ts";
export { testConnection } from "./commands/testConnection.ts";
export { createLiveDns } from "./mail/liveDns.ts";

/** Servers take no larger attachment. */
const LARGEST_OCTETS = 64 * 1024 * 1024;

export interface MailParts {
  readonly server: Server;
  readonly secrets: Secrets;
  readonly transcripts: vscode.LogOutputChannel;
  readonly t: Translate;
}

/** What “Send test mail” needs of this VS Code. This module is loaded with the command, since nodemailer comes with it. */
export function createMailTools(
  { server, secrets, transcripts, t }: MailParts,
  records: MailTools["records"] = new Map(),
): MailTools {
  return {
    t,
    secrets,
    connect,
    configs,
    accounts: (uri) => server.accounts(uri),
    findings: (uri) => server.findings(uri),
    wouldPass: (params) => server.wouldPass(params),
    lookup: (host) => lookup(host, { all: true }),
    records,
    readBeside,
    signIn,
    transcript: (title) => {
      transcripts.info(title);
      return (line) => transcripts.info(line);
    },
    showTranscript: () => transcripts.show(),
  };
}

/** The same for “Test connection”, whose report goes into a view and, when wanted, onto a page. */
export function createConnectionTools(parts: MailParts, editor: Editor, view: ConnectionView): ConnectionTestTools {
  const { t } = parts;
  let last: { readonly uri: string; readonly report: ConnectionReport; readonly at: number } | undefined;
  return {
    ...createMailTools(parts),
    now: Date.now,
    showReport: (uri, report) => {
      const at = Date.now();
      last = { uri, report, at };
      return view.show({ uri, account: report.account }, nodesOf(report, at, t));
    },
    openReport: () => {
      if (last === undefined) return undefined;
      const { uri, report, at } = last;
      const file = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
      const where = ({ start }: Range) => `${file}:${start.line + 1}:${start.character + 1}`;
      return editor.show(
        t("Connection report: {account}", { account: report.account }),
        reportPage(report, at, t, where),
      );
    },
  };
}

/** The editor asks the user itself; a provider that is not there, or a refusal, is an error of its own. */
async function signIn({ provider, scopes }: SignIn): Promise<string | undefined> {
  try {
    return (await vscode.authentication.getSession(provider, scopes, { createIfNone: true })).accessToken;
  } catch {
    return undefined;
  }
}

/** Only below the workspace folder of the config, and not through a link that leads out of it. */
async function readBeside(uri: string, reference: string): Promise<Uint8Array | undefined> {
  const config = vscode.Uri.parse(uri);
  const root = vscode.workspace.getWorkspaceFolder(config)?.uri.fsPath;
  if (config.scheme !== "file" || root === undefined || isAbsolute(reference)) return undefined;
  try {
    const file = await realpath(resolve(dirname(config.fsPath), reference));
    if (!isBelow(await realpath(root), file)) return undefined;
    const bytes = await readFile(file);
    return bytes.length > LARGEST_OCTETS ? undefined : bytes;
  } catch {
    // Missing or not readable: the user is told that it cannot be read.
    return undefined;
  }
}
