import type { CodeLens } from "vscode-languageserver";
import { accountsOf } from "../../core/features/config/accounts.ts";
import { lensesOfZone } from "../../core/features/zone/lenses.ts";
import {
  ACCOUNTS_REQUEST,
  type AccountsParams,
  type AccountsResult,
  SEND_TEST_MAIL_COMMAND,
  type SendTestMailArguments,
  TEST_CONNECTION_COMMAND,
} from "../../protocol.ts";
import type { ServerContext } from "../context.ts";
import { guard } from "../guard.ts";

/** “Send test mail” and “Test connection” above each account, the accounts themselves for the client's command, and policies in words. */
export function registerCodeLens({ connection, documents, hasCommand, t, log }: ServerContext): void {
  const accountsIn = (uri: string): AccountsResult => {
    const source = documents.get(uri)?.source;
    return source?.kind === "config" ? accountsOf(source.file, source.lines) : [];
  };
  connection.onRequest(
    ACCOUNTS_REQUEST,
    guard(log, "accounts", [] as AccountsResult, ({ textDocument }: AccountsParams) => accountsIn(textDocument.uri)),
  );
  connection.onCodeLens(
    guard(log, "code lens", [] as CodeLens[], ({ textDocument: { uri } }) => {
      const source = documents.get(uri)?.source;
      // Without a command a lens is a text that nothing happens to.
      if (source?.kind === "zone")
        return lensesOfZone(source, t).map(({ range, title }) => ({ range, command: { title, command: "" } }));
      const lenses = [
        { title: t("Send test mail"), command: SEND_TEST_MAIL_COMMAND },
        { title: t("Test connection"), command: TEST_CONNECTION_COMMAND },
      ].filter(({ command }) => hasCommand(command));
      return accountsIn(uri).flatMap(({ name, nameRange }) => {
        const args: SendTestMailArguments = [uri, name];
        return lenses.map((it) => ({ range: nameRange, command: { ...it, arguments: [...args] } }));
      });
    }),
  );
}
