import * as vscode from "vscode";
import type { MailTools } from "./commands/sendTestMail.ts";
import type { ConnectionTestTools } from "./commands/testConnection.ts";
import { type ConnectionView, createConnectionView } from "./connectionView.ts";
import type { Editor } from "./editor.ts";
import type { MailParts } from "./mailTools.ts";

/** The commands that speak to mail servers, by their names. Nodemailer and the dialogues are loaded when one runs. */
export function createMailCommands(
  context: vscode.ExtensionContext,
  editor: Editor,
  parts: MailParts,
): Readonly<Record<string, (target?: unknown, account?: unknown) => unknown>> {
  const records: MailTools["records"] = new Map();
  let view: ConnectionView | undefined;
  let connection: ConnectionTestTools | undefined;
  const test = async (uri: string | undefined, account: string | undefined) => {
    const { createConnectionTools, testConnection } = await import("./mailTools.ts");
    if (view === undefined) {
      view = createConnectionView(parts.t);
      context.subscriptions.push(view);
    }
    connection ??= createConnectionTools(parts, editor, view);
    return testConnection(editor, connection, uri, account);
  };
  return {
    sendTestMail: async (target, account) => {
      const { createMailTools, sendTestMail } = await import("./mailTools.ts");
      return sendTestMail(editor, createMailTools(parts, records), uriOf(target), nameOf(account));
    },
    testConnection: (target, account) => test(uriOf(target), nameOf(account)),
    testConnectionAgain: () => test(view?.tested?.uri, view?.tested?.account),
    openConnectionReport: () => connection?.openReport(),
  };
}

/** The URI of a code lens as text, or of the Explorer and the editor's title as `Uri`. */
function uriOf(target: unknown): string | undefined {
  if (target instanceof vscode.Uri) return target.toString();
  return typeof target === "string" ? target : undefined;
}

function nameOf(account: unknown): string | undefined {
  return typeof account === "string" ? account : undefined;
}
