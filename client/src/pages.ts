import * as vscode from "vscode";

const SCHEME = "mailconfig-page";
/** Pages that somebody closed need not stay; the oldest go first. */
const MAX_PAGES = 20;

/** Pages that commands write: shown as a Markdown preview, never saved. */
export interface Pages extends vscode.Disposable {
  /** Shows a page, or shows it anew where one of this title is open. */
  show(title: string, markdown: string): Promise<void>;
}

export function createPages(): Pages {
  const pages = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: ({ path }) => pages.get(path) ?? "",
  });
  return {
    show: async (title, markdown) => {
      const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${title.replaceAll("/", " ")}.md` });
      pages.delete(uri.path);
      pages.set(uri.path, markdown);
      for (const oldest of [...pages.keys()].slice(0, -MAX_PAGES)) pages.delete(oldest);
      changed.fire(uri);
      await vscode.workspace.openTextDocument(uri);
      try {
        await vscode.commands.executeCommand("markdown.showPreview", uri);
      } catch {
        // The editor has no Markdown preview: the text itself can be read.
        await vscode.window.showTextDocument(uri);
      }
    },
    dispose: () => {
      registration.dispose();
      changed.dispose();
    },
  };
}
