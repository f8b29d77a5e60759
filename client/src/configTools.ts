import { randomUUID } from "node:crypto";
import { posix } from "node:path";
import * as vscode from "vscode";
import type { Translate } from "../../server/src/core/locale.ts";
import type { ConfigTools, Written } from "./commands/configTools.ts";
import { createDkimKey, publishDkimKey, removeDkimKey, rotateDkimKey } from "./commands/dkimKey.ts";
import { exportMail } from "./commands/exportMail.ts";
import { importMail } from "./commands/importMail.ts";
import { newAccount } from "./commands/newAccount.ts";
import { configs } from "./configFiles.ts";
import type { Editor } from "./editor.ts";
import type { Secrets } from "./secrets.ts";
import type { Server } from "./server.ts";
import { applyEdits, toRange } from "./vscodeEditor.ts";
import { createSteps } from "./vscodeSteps.ts";

/** The commands that write configs and keys. */
export const CONFIG_COMMANDS = {
  newAccount,
  importMail,
  exportMail,
  createDkimKey,
  rotateDkimKey,
  removeDkimKey,
  publishDkimKey,
};

export interface ConfigParts {
  readonly editor: Editor;
  readonly server: Server;
  readonly secrets: Secrets;
  readonly t: Translate;
}

/** No file of settings is larger. */
const LARGEST_OCTETS = 4 * 1024 * 1024;
/** Languages whose documents are never a source of settings. */
const OURS: ReadonlySet<string> = new Set(["mailconfig", "dns-zone", "mta-sts-policy"]);

export function createConfigTools({ editor, server, secrets, t }: ConfigParts): ConfigTools {
  return {
    editor,
    t,
    server,
    secrets,
    steps: createSteps(),
    now: () => Date.now(),
    createUuid: () => randomUUID(),
    configs,
    apply,
    createConfig: (text) => createConfig(text, t),
    open: async (text, language) => {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: text, language }));
    },
    source: () => source(editor, t),
    openLink: (url) => vscode.env.openExternal(vscode.Uri.parse(url)),
    deleteFile: async (file) => deleteFile(vscode.Uri.file(file)),
    placeOf,
  };
}

/** Shows the first place then. */
async function apply(results: readonly Written[]): Promise<boolean> {
  const edits = results.flatMap((it) => it.edits);
  if (!(await applyEdits(edits))) return false;
  const [first] = edits;
  if (first === undefined) return true;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(first.uri));
  const start = document.offsetAt(toRange(first.range).start);
  const end = document.positionAt(start + first.newText.length);
  const shown = await vscode.window.showTextDocument(document, { selection: new vscode.Range(end, end) });
  shown.revealRange(
    new vscode.Range(document.positionAt(start), end),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
  return true;
}

/** In the folder, where there is one and has none yet; never over a file. */
async function createConfig(text: string, t: Translate): Promise<boolean> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder =
    folders.length > 1
      ? await vscode.window.showWorkspaceFolderPick({ placeHolder: t("In which folder?") })
      : folders[0];
  if (folder === undefined && folders.length > 0) return false;
  const document =
    folder === undefined
      ? await vscode.workspace.openTextDocument({ content: text, language: "mailconfig" })
      : await createFile(vscode.Uri.joinPath(folder.uri, ".mailconfig.yaml"), text);
  if (document === undefined) return false;
  const end = document.positionAt(text.length);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(end, end) });
  return true;
}

async function createFile(uri: vscode.Uri, text: string): Promise<vscode.TextDocument | undefined> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { ignoreIfExists: false, contents: new TextEncoder().encode(text) });
  return (await vscode.workspace.applyEdit(edit)) ? vscode.workspace.openTextDocument(uri) : undefined;
}

/** The active document where it can be one, else a file that the user picks. */
async function source(editor: Editor, t: Translate): ReturnType<ConfigTools["source"]> {
  const shown = vscode.window.activeTextEditor?.document;
  if (shown !== undefined && !OURS.has(shown.languageId) && shown.uri.scheme !== "output") {
    const name = posix.basename(shown.uri.path);
    const isMeant = await editor.pick<boolean>(t("Import from which file?"), [
      { label: name, description: t("the file that is open"), value: true },
      { label: t("Another file…"), value: false },
    ]);
    if (isMeant === undefined) return undefined;
    if (isMeant) return { name, text: shown.getText() };
  }
  const [picked] =
    (await vscode.window.showOpenDialog({ title: t("Import mail settings"), openLabel: t("Import") })) ?? [];
  if (picked === undefined) return undefined;
  const { size } = await vscode.workspace.fs.stat(picked);
  if (size > LARGEST_OCTETS) {
    editor.tell("error", t("The file is too large to hold mail settings."));
    return undefined;
  }
  return {
    name: posix.basename(picked.path),
    text: new TextDecoder().decode(await vscode.workspace.fs.readFile(picked)),
  };
}

/** Into the trash where the file system has one. */
async function deleteFile(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uri, { useTrash: true });
  } catch {
    await vscode.workspace.fs.delete(uri);
  }
}

function placeOf(uri: string): { file: string; root: string } | undefined {
  const config = vscode.Uri.parse(uri);
  const root = vscode.workspace.getWorkspaceFolder(config)?.uri;
  return config.scheme === "file" && root !== undefined ? { file: config.fsPath, root: root.fsPath } : undefined;
}
