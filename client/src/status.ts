import * as vscode from "vscode";
import { State } from "vscode-languageclient/node";
import type { Translate } from "../../server/src/core/locale.ts";

const SELECTOR: vscode.DocumentSelector = [
  { language: "dns-zone" },
  { language: "mailconfig" },
  { language: "mta-sts-policy" },
  { language: "yaml", pattern: "**/.mailconfig.{yaml,yml}" },
];

/** The entry behind the braces of the status bar: whether the language server runs, with the buttons that help. */
export function createStatus(t: Translate): { show(state: State): void; dispose(): void } {
  const item = vscode.languages.createLanguageStatusItem("mailconfig.server", SELECTOR);
  item.name = t("Mailconfig language server");
  const restart = { command: "mailconfig.restartServer", title: t("Restart server") };
  const output = { command: "mailconfig.showOutput", title: t("Show output") };
  const show = (state: State): void => {
    item.busy = state === State.Starting;
    if (state === State.Running)
      set(item, t("Mailconfig checks this file"), vscode.LanguageStatusSeverity.Information, output);
    else if (state === State.Starting)
      set(item, t("Mailconfig is starting"), vscode.LanguageStatusSeverity.Information, output);
    else set(item, t("The Mailconfig language server does not run"), vscode.LanguageStatusSeverity.Error, restart);
  };
  show(State.Starting);
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
