import * as vscode from "vscode";
import type { Translate } from "../../server/src/core/locale.ts";
import { fixAll } from "./commands/fixAll.ts";
import { createRulePages, openRulePage } from "./commands/openRulePage.ts";
import type { Editor } from "./editor.ts";
import { createMailCommands } from "./mailCommands.ts";
import type { MailParts } from "./mailTools.ts";
import { createPages } from "./pages.ts";
import { createSecrets } from "./secrets.ts";
import { createLateServer, type Server } from "./server.ts";
import { createStatus } from "./status.ts";
import { createEditor } from "./vscodeEditor.ts";
import { createZoneTools } from "./zoneTools.ts";

/** Those that write configs and keys: what they need is loaded with the first one. */
const CONFIG_COMMANDS = [
  "newAccount",
  "importMail",
  "exportMail",
  "createDkimKey",
  "rotateDkimKey",
  "removeDkimKey",
  "publishDkimKey",
] as const;

let server: Server | undefined;

/**
 * Registers the commands and starts the language server. What is large is in bundles of its own: the language client,
 * which is loaded once activation is over, and nodemailer, which waits until a mail is sent.
 */
export function activate(context: vscode.ExtensionContext): void {
  const t: Translate = (sentence, values) => vscode.l10n.t(sentence, values ?? {});
  const output = vscode.window.createOutputChannel("Mailconfig", { log: true });
  const transcripts = vscode.window.createOutputChannel(t("Mailconfig Transcript"), { log: true });
  const status = createStatus(t);
  const pages = createPages();
  const editor = createEditor(pages);
  const secrets = createSecrets(context.secrets, context.globalState, process.env, t);
  const running = createLateServer(async () => {
    const { createServer } = await import("./languageClient.ts");
    return createServer(context, output, status.show);
  });
  server = running;
  const zone = createZoneTools(running, editor, t);
  const parts: MailParts = { server: running, secrets, transcripts, t };
  const mail = createMailCommands(context, editor, parts);
  const config = async (name: (typeof CONFIG_COMMANDS)[number]) => {
    const tools = await import("./configTools.ts");
    return tools.CONFIG_COMMANDS[name](tools.createConfigTools({ editor, server: running, secrets, t }));
  };
  const commands: Readonly<Record<string, (...args: never[]) => unknown>> = {
    ...mail,
    explainReply: async (text?: unknown) => {
      const { explainReply } = await import("./mailTools.ts");
      return explainReply(editor, t, typeof text === "string" ? text : undefined);
    },
    addSpf: async () => (await import("./commands/writeZone.ts")).addSpf(zone),
    addDmarc: async () => (await import("./commands/writeZone.ts")).addDmarc(zone),
    splitStrings: async () => (await import("./commands/writeZone.ts")).writeAtOnce(zone, "strings"),
    raiseSerial: async () => (await import("./commands/writeZone.ts")).writeAtOnce(zone, "serial"),
    checkDomain: async (domain?: unknown) => {
      const command = await import("./domainReport.ts");
      return command.checkDomain({ extension: context.extensionUri, editor, server: running, t }, domain);
    },
    compareLive: () => compareLive(editor, running, t),
    ...Object.fromEntries(CONFIG_COMMANDS.map((name) => [name, () => config(name)])),
    fixAll: () => fixAll(editor, t),
    openRulePage: (code?: unknown) => openRulePage(editor, code, t),
    restartServer: () => running.restart(),
    showOutput: () => output.show(),
    showTranscript: () => transcripts.show(),
    forgetSecrets: async () => {
      const count = await secrets.forgetAll();
      editor.tell("info", t("Stored secrets that were forgotten: {count}.", { count }));
    },
  };
  for (const [name, run] of Object.entries(commands)) {
    context.subscriptions.push(vscode.commands.registerCommand(`mailconfig.${name}`, run));
  }
  context.subscriptions.push(output, transcripts, status, pages, createRulePages(context.extensionUri, t));
  const start = () =>
    running.start().catch((error: unknown) => {
      output.error(String(error));
      editor.tell("error", t("The Mailconfig language server did not start."), [
        { title: t("Show output"), run: () => output.show() },
      ]);
    });
  // Not in this turn of the event loop: other extensions and the editor are starting too.
  const timer = setImmediate(() => void start());
  context.subscriptions.push({ dispose: () => clearImmediate(timer) });
  context.subscriptions.push(vscode.workspace.onDidGrantWorkspaceTrust(() => running.trust()));
}

export async function deactivate(): Promise<void> {
  await server?.dispose();
}

async function compareLive(editor: Editor, server: Server, t: Translate): Promise<unknown> {
  const command = await import("./mailTools.ts");
  const servers = vscode.workspace.getConfiguration("mailconfig").get<readonly string[]>("nameServers", []);
  return command.compareLive(editor, {
    t,
    zone: async () => {
      const shown = vscode.window.activeTextEditor?.document;
      return shown?.languageId === "dns-zone" ? server.published(shown.uri.toString()) : undefined;
    },
    connect: (signal) => command.createLiveDns({ servers, signal }),
  });
}
