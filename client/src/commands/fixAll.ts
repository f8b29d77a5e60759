import * as vscode from "vscode";
import type { Translate } from "../../../server/src/core/locale.ts";
import type { Editor } from "../editor.ts";

const KIND = "source.fixAll.mailconfig";

/** The command “Mailconfig: Fix all safe findings in this file”, for those who do not know the editor's own. */
export async function fixAll(editor: Editor, t: Translate): Promise<boolean> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) return false;
  const whole = document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[] | undefined>(
    "vscode.executeCodeActionProvider",
    document.uri,
    whole,
    KIND,
    1,
  );
  const edit = actions?.find(({ kind }) => kind?.value === KIND)?.edit;
  if (edit === undefined) {
    editor.tell("info", t("Nothing in this file can be fixed safely."));
    return false;
  }
  return vscode.workspace.applyEdit(edit);
}
