import type { CodeLens } from "vscode-languageserver";
import { accountsOf } from "../../core/features/config/accounts.ts";
import { lensesOfZone } from "../../core/features/zone/lenses.ts";
import {
  ACCOUNTS_REQUEST,
  type AccountsParams,
  type AccountsResult,
  SEND_TEST_MAIL_COMMAND,
  type SendTestMailArguments,
} from "../../protocol.ts";
import type { ServerContext } from "../context.ts";
import { guard } from "../guard.ts";

/** “Send test mail” above each account, the accounts themselves for the client's command, and policies in words. */
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
      if (!hasCommand(SEND_TEST_MAIL_COMMAND)) return [];
      return accountsIn(uri).map(({ name, nameRange }) => {
        const args: SendTestMailArguments = [uri, name];
        const command = { title: t("Send test mail"), command: SEND_TEST_MAIL_COMMAND, arguments: [...args] };
        return { range: nameRange, command };
      });
    }),
  );
}
