import * as vscode from "vscode";
import type { ConfigList } from "./commands/configChoice.ts";

const CONFIGS = "**/.mailconfig.{yaml,yml}";
const MOST_CONFIGS = 100;

/** The configs of the workspace; where one is being edited, only that one. */
export async function configs(): ReturnType<ConfigList["configs"]> {
  const shown = vscode.window.activeTextEditor?.document;
  if (shown !== undefined && isConfig(shown)) return [entryOf(shown.uri)];
  const found = await vscode.workspace.findFiles(CONFIGS, "**/node_modules/**", MOST_CONFIGS);
  return found.map(entryOf).sort((a, b) => (a.label < b.label ? -1 : 1));
}

function isConfig({ languageId, uri }: vscode.TextDocument): boolean {
  return languageId === "mailconfig" || /(?:^|\/)\.mailconfig\.ya?ml$/.test(uri.path);
}

function entryOf(uri: vscode.Uri): { readonly uri: string; readonly label: string } {
  return { uri: uri.toString(), label: vscode.workspace.asRelativePath(uri) };
}
