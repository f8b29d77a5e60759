import * as vscode from "vscode";
import type { Range } from "../../server/src/core/text/span.ts";
import type { WrittenEdit } from "../../server/src/protocol.ts";
import type { Editor } from "./editor.ts";
import type { Pages } from "./pages.ts";

/** The editor as it is. */
export function createEditor(pages: Pages): Editor {
  return {
    get isTrusted() {
      return vscode.workspace.isTrusted;
    },
    ask: async ({ title, prompt, value, isSecret = false, problem }) =>
      vscode.window.showInputBox({
        title,
        prompt,
        password: isSecret,
        ignoreFocusOut: true,
        ...(value === undefined ? {} : { value }),
        ...(problem === undefined ? {} : { validateInput: problem }),
      }),
    pick: async (title, choices) => {
      const items = choices.map(({ value, ...item }) => ({ ...item, value }));
      const options = { title, ignoreFocusOut: true, matchOnDetail: true };
      return (await vscode.window.showQuickPick(items, options))?.value;
    },
    progress: async (title, task) => {
      const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
      return vscode.window.withProgress(options, async (progress, token) => {
        const controller = new AbortController();
        const listening = token.onCancellationRequested(() => controller.abort());
        try {
          return await task(controller.signal, (message) => progress.report({ message }));
        } finally {
          listening.dispose();
        }
      });
    },
    tell: (level, message, actions = []) => void tell(level, message, actions),
    show: (title, markdown) => pages.show(title, markdown),
    selection: () => {
      const shown = vscode.window.activeTextEditor;
      return shown?.document.getText(shown.selection) ?? "";
    },
    copy: async (text) => vscode.env.clipboard.writeText(text),
    reveal: async (uri, range) => {
      await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: toRange(range) });
    },
  };
}

async function tell(...[level, message, actions]: Required<Parameters<Editor["tell"]>>): Promise<void> {
  const titles = actions.map(({ title }) => title);
  const { showErrorMessage, showInformationMessage, showWarningMessage } = vscode.window;
  const show = { info: showInformationMessage, warning: showWarningMessage, error: showErrorMessage }[level];
  const pressed = await show(message, ...titles);
  await actions.find(({ title }) => title === pressed)?.run();
}

/** Writes what the server says into the files, all at once, so that one undo takes it back. */
export async function applyEdits(edits: readonly WrittenEdit[]): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, range, newText } of edits) edit.replace(vscode.Uri.parse(uri), toRange(range), newText);
  return vscode.workspace.applyEdit(edit);
}

/** A range of the server as one of VS Code. */
export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
