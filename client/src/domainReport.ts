import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import type { Translate } from "../../server/src/core/locale.ts";
import type { DomainReportResult } from "../../server/src/protocol.ts";
import type { Editor } from "./editor.ts";
import type { Server } from "./server.ts";
import { applyEdits } from "./vscodeEditor.ts";
import { fixOf, reportHtml, reportPage, summaryOf } from "./webview/reportHtml.ts";

export interface ReportParts {
  readonly extension: vscode.Uri;
  readonly editor: Editor;
  readonly server: Server;
  readonly t: Translate;
}

/** The command “Check domain”: asks for a domain where there are several, and shows its report beside the file. */
export async function checkDomain(parts: ReportParts, given: unknown): Promise<void> {
  const domain = typeof given === "string" ? given : await askDomain(parts);
  if (domain !== undefined) await showReport(parts, domain);
}

async function askDomain({ editor, server, t }: ReportParts): Promise<string | undefined> {
  const shown = vscode.window.activeTextEditor?.document.uri.toString();
  const domains = await server.domains(shown);
  const [only, second] = domains;
  if (only === undefined) {
    editor.tell("info", t("This workspace speaks of no mail domain: it has neither a config nor a zone file."));
    return undefined;
  }
  if (second === undefined) return only;
  return editor.pick(
    t("Check which domain?"),
    domains.map((it) => ({ label: it, value: it })),
  );
}

/** One panel a domain. */
const panels = new Map<string, vscode.WebviewPanel>();

async function showReport(parts: ReportParts, domain: string): Promise<void> {
  const known = panels.get(domain);
  if (known) {
    known.reveal();
    return;
  }
  const { extension, server, t } = parts;
  const media = vscode.Uri.joinPath(extension, "media");
  const title = t("Report on {domain}", { domain });
  const panel = vscode.window.createWebviewPanel("mailconfig.domainReport", title, vscode.ViewColumn.Beside, {
    enableScripts: true,
    enableFindWidget: true,
    localResourceRoots: [media],
  });
  panels.set(domain, panel);
  let report: DomainReportResult | undefined;
  const refresh = async () => {
    // A page that nobody sees is made when it is shown again.
    if (!panel.visible) return;
    report = await server.domainReport(domain);
    if (report === undefined || panels.get(domain) !== panel) return;
    await panel.webview.postMessage({ kind: "report", html: reportHtml(report, t), status: summaryOf(report, t) });
  };
  const listening = [
    server.onReportChanged(() => void refresh()),
    panel.onDidChangeViewState(() => void refresh()),
    panel.webview.onDidReceiveMessage((message: unknown) => void answer(parts, message, refresh, () => report)),
  ];
  panel.onDidDispose(() => {
    panels.delete(domain);
    for (const it of listening) it.dispose();
  });
  const { webview } = panel;
  webview.html = reportPage({
    nonce: randomBytes(16).toString("base64"),
    cspSource: webview.cspSource,
    script: webview.asWebviewUri(vscode.Uri.joinPath(media, "report.js")).toString(),
    style: webview.asWebviewUri(vscode.Uri.joinPath(media, "report.css")).toString(),
    language: vscode.env.language,
    title,
  });
}

/** What was pressed in the page. */
async function answer(
  { editor, t }: ReportParts,
  message: unknown,
  refresh: () => Promise<void>,
  reportNow: () => DomainReportResult | undefined,
): Promise<void> {
  const { action, key, code, uri, line, character } = readMessage(message);
  if (action === "ready") await refresh();
  if (action === "page") await vscode.commands.executeCommand("mailconfig.openRulePage", code);
  if (action === "open") {
    const start = { line: Number(line), character: Number(character) };
    await editor.reveal(uri, { start, end: start });
  }
  if (action !== "fix") return;
  // The files may have changed since the button was made: its fix is looked up in what is so now.
  await refresh();
  const report = reportNow();
  const fix = report && fixOf(report, key);
  if (fix === undefined || fix.edits.length === 0 || !(await applyEdits(fix.edits)))
    editor.tell("warning", t("The files have changed: this fix is no longer there."));
}

function readMessage(
  message: unknown,
): Readonly<Record<"action" | "key" | "code" | "uri" | "line" | "character", string>> {
  const given: { readonly [name: string]: unknown } =
    typeof message === "object" && message !== null ? { ...message } : {};
  const text = (name: string) => (typeof given[name] === "string" ? String(given[name]) : "");
  return {
    action: text("action"),
    key: text("key"),
    code: text("code"),
    uri: text("uri"),
    line: text("line"),
    character: text("character"),
  };
}
