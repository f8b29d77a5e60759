import { readFile, realpath } from "node:fs/promises";
import { dirname, isAbsolute, resolve, sep } from "node:path";
import * as vscode from "vscode";
import type { Translate } from "../../server/src/core/locale.ts";
import type { MailTools } from "./commands/sendTestMail.ts";
import { connect } from "./mail/connect.ts";
import type { SignIn } from "./mail/signIn.ts";
import type { Secrets } from "./secrets.ts";
import type { Server } from "./server.ts";

export { sendTestMail } from "./commands/sendTestMail.ts";

const CONFIGS = "**/.mailconfig.{yaml,yml}";
/** Servers take no larger attachment. */
const LARGEST_OCTETS = 64 * 1024 * 1024;

export interface MailParts {
  readonly server: Server;
  readonly secrets: Secrets;
  readonly transcripts: vscode.LogOutputChannel;
  readonly t: Translate;
}

/** What “Send test mail” needs of this VS Code. This module is loaded with the command, since nodemailer comes with it. */
export function createMailTools({ server, secrets, transcripts, t }: MailParts): MailTools {
  return {
    t,
    secrets,
    connect,
    configs,
    accounts: (uri) => server.accounts(uri),
    findings: (uri) => server.findings(uri),
    readBeside,
    signIn,
    transcript: (title) => {
      transcripts.info(title);
      return (line) => transcripts.info(line);
    },
    showTranscript: () => transcripts.show(),
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

/** The configs of the workspace; where one is being edited, only that one. */
async function configs(): ReturnType<MailTools["configs"]> {
  const shown = vscode.window.activeTextEditor?.document;
  if (shown !== undefined && isConfig(shown)) return [entryOf(shown.uri)];
  const found = await vscode.workspace.findFiles(CONFIGS, "**/node_modules/**", 100);
  return found.map(entryOf).sort((a, b) => (a.label < b.label ? -1 : 1));
}

function isConfig({ languageId, uri }: vscode.TextDocument): boolean {
  return languageId === "mailconfig" || /(?:^|\/)\.mailconfig\.ya?ml$/.test(uri.path);
}

function entryOf(uri: vscode.Uri): { readonly uri: string; readonly label: string } {
  return { uri: uri.toString(), label: vscode.workspace.asRelativePath(uri) };
}

/** Only below the workspace folder of the config, and not through a link that leads out of it. */
async function readBeside(uri: string, reference: string): Promise<Uint8Array | undefined> {
  const config = vscode.Uri.parse(uri);
  const root = vscode.workspace.getWorkspaceFolder(config)?.uri.fsPath;
  if (config.scheme !== "file" || root === undefined || isAbsolute(reference)) return undefined;
  try {
    const file = await realpath(resolve(dirname(config.fsPath), reference));
    if (!file.startsWith((await realpath(root)) + sep)) return undefined;
    const bytes = await readFile(file);
    return bytes.length > LARGEST_OCTETS ? undefined : bytes;
  } catch {
    // Missing or not readable: the user is told that it cannot be read.
    return undefined;
  }
}
