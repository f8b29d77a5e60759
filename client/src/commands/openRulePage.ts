import * as vscode from "vscode";
import type { Translate } from "../../../server/src/core/locale.ts";
import type { Editor } from "../editor.ts";
import { pageOf, translatePage } from "./rulePage.ts";

const SCHEME = "mailconfig-rule";

/** Serves the pages of the rules, which the extension brings, in the user's language. */
export function createRulePages(extension: vscode.Uri, t: Translate): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async ({ path }) => {
      const file = vscode.Uri.joinPath(extension, "dist", "rulePages.json");
      const pages: unknown = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
      const page = pageOf(pages, path.replace(/^\/|\.md$/g, ""));
      if (page === undefined) throw new Error("There is no such page");
      return translatePage(page, t);
    },
  });
}

/** The command behind “What this rule says”: shows the page of a rule beside the file. */
export async function openRulePage(editor: Editor, code: unknown, t: Translate): Promise<void> {
  if (typeof code !== "string" || !/^[a-z-]+\/[a-z0-9-]+$/.test(code)) return;
  const page = vscode.Uri.from({ scheme: SCHEME, path: `/${code}.md` });
  try {
    await vscode.workspace.openTextDocument(page);
    await vscode.commands.executeCommand("markdown.showPreviewToSide", page);
  } catch {
    // The rule is of another version, or there is no Markdown preview here.
    editor.tell("warning", t("There is no page for the rule `{code}`.", { code }));
  }
}
