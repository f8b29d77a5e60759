import type { Translate } from "../../../server/src/core/locale.ts";
import type { AccountInfo } from "../../../server/src/protocol.ts";
import type { Action, Editor } from "../editor.ts";
import { addressOf } from "../mail/server.ts";

/** What is asked of the workspace to find a config. */
export interface ConfigList {
  readonly t: Translate;
  /** The configs of the workspace; where one is being edited, only that one. */
  configs(): Promise<readonly { readonly uri: string; readonly label: string }[]>;
}

/** Asks which config is meant; `"new"` where there is none. */
export async function chooseConfig(editor: Editor, { t, configs }: ConfigList): Promise<string | "new" | undefined> {
  const found = await configs();
  if (found.length === 0) return "new";
  if (found.length === 1) return found[0]?.uri;
  const choices = found.map(({ uri, label }) => ({ label, value: uri }));
  return editor.pick(t("Which configuration?"), choices);
}

/** The same for a command that needs one: where there is none the user is told how to get one. */
export async function chooseExistingConfig(editor: Editor, list: ConfigList): Promise<string | undefined> {
  const uri = await chooseConfig(editor, list);
  if (uri !== "new") return uri;
  editor.tell("warning", list.t("There is no `.mailconfig.yaml` in this workspace yet. “New Account” writes one."));
  return undefined;
}

/**
 * Asks which account is meant, where there are several.
 *
 * @param name of the one that is meant, where somebody said so
 * @param title of the list
 */
export async function chooseAccount(
  editor: Editor,
  accounts: readonly AccountInfo[],
  name: string | undefined,
  title: string,
): Promise<AccountInfo | undefined> {
  const named = accounts.find((it) => it.name === name);
  if (named !== undefined) return named;
  if (accounts.length <= 1) return accounts[0];
  const choices = accounts.map((account) => {
    const server = account.smtp ?? account.imap ?? account.pop3;
    const detail = server === undefined ? "" : addressOf(server);
    return { label: account.name, description: account.from?.value ?? "", detail, value: account };
  });
  return editor.pick(title, choices);
}

/** The button that leads to a text of the config. */
export function openLine(editor: Editor, uri: string, range: AccountInfo["range"], t: Translate): Action {
  return { title: t("Open line"), run: () => editor.reveal(uri, range) };
}
