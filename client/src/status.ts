import * as vscode from "vscode";
import type { Translate } from "../../server/src/core/locale.ts";

export type ServerState = "starting" | "running" | "stopped";

/** What the server reads. A config keeps its rules where somebody opens it as YAML. */
export const DOCUMENTS = [
  { language: "dns-zone" },
  { language: "mailconfig" },
  { language: "mta-sts-policy" },
  { language: "yaml", pattern: "**/.mailconfig.{yaml,yml}" },
] satisfies vscode.DocumentSelector;

/** The entry behind the braces of the status bar: whether the language server runs, with the buttons that help. */
export function createStatus(t: Translate): { show(state: ServerState): void; dispose(): void } {
  const item = vscode.languages.createLanguageStatusItem("mailconfig.server", DOCUMENTS);
  item.name = t("Mailconfig language server");
  const restart = { command: "mailconfig.restartServer", title: t("Restart server") };
  const output = { command: "mailconfig.showOutput", title: t("Show output") };
  const show = (state: ServerState): void => {
    item.busy = state === "starting";
    if (state === "running")
      set(item, t("Mailconfig checks this file"), vscode.LanguageStatusSeverity.Information, output);
    else if (state === "starting")
      set(item, t("Mailconfig is starting"), vscode.LanguageStatusSeverity.Information, output);
    else set(item, t("The Mailconfig language server does not run"), vscode.LanguageStatusSeverity.Error, restart);
  };
  show("starting");
  return { show, dispose: () => item.dispose() };
}

function set(
  item: vscode.LanguageStatusItem,
  text: string,
  severity: vscode.LanguageStatusSeverity,
  command: vscode.Command,
): void {
  item.text = text;
  item.severity = severity;
  item.command = command;
}
