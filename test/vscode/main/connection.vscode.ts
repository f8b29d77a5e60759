import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import * as vscode from "vscode";
import type { ConnectionReport } from "../../../client/src/mail/connection/report.ts";
import {
  type Certificate,
  createCertificate,
  type MailServer,
  PASSWORD,
  startMailServer,
  startSilentServer,
} from "../../support/mailServer.ts";
import { type MailFixture, mailConfig, setPassword } from "../mailFixture.ts";
import { type Answers, type Conversation, openFile, until, withUser, writeFile } from "../support.ts";

const CONFIG = "connection/.mailconfig.yaml";
let authority: Certificate;
const started: { stop(): Promise<void> }[] = [];

interface Tested extends Conversation {
  readonly report: ConnectionReport | undefined;
}

async function connect(fixture: MailFixture, answers: Answers = {}): Promise<Tested> {
  const uri = await writeFile(CONFIG, mailConfig(fixture));
  await openFile(CONFIG);
  await until("the new text", async () => {
    const document = await vscode.workspace.openTextDocument(uri);
    return document.getText() === mailConfig(fixture) ? document : undefined;
  });
  let report: ConnectionReport | undefined;
  const conversation = await withUser(answers, async () => {
    report = await vscode.commands.executeCommand("mailconfig.testConnection", uri.toString(), "crew");
  });
  const texts = [...conversation.messages, ...conversation.questions, JSON.stringify(report) ?? ""];
  for (const text of texts) assert.ok(!text.includes(PASSWORD), text);
  return { ...conversation, report };
}

async function serve(days: number): Promise<MailServer> {
  const certificate = await createCertificate("localhost", { from: -90, to: days, authority });
  const server = await startMailServer({ certificate, security: "starttls" });
  started.push(server);
  return server;
}

/** The page that “Open report” shows, as its text. */
async function page(): Promise<string> {
  await vscode.commands.executeCommand("mailconfig.openConnectionReport");
  return until("the report", () =>
    vscode.workspace.textDocuments.find(({ uri }) => /Connection report.*crew/.test(uri.path))?.getText(),
  );
}

describe("Test connection", () => {
  before(async () => {
    authority = await createCertificate("authority", { isAuthority: true });
    await writeFile("connection/ca.pem", authority.cert);
    setPassword();
  });

  after(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    for (const it of started) await it.stop();
  });

  it("goes through every step of a real server and sends nothing", async () => {
    const server = await serve(365);
    const { messages, buttons, report } = await connect({ port: server.port, security: "starttls" });
    assert.match(messages[0] ?? "", /^info Account `crew`: the connection test passed\. Nothing was sent\./);
    assert.deepEqual(buttons, ["Open report", "Show transcript"]);
    const [first] = report?.servers ?? [];
    assert.deepEqual(
      first?.steps.map(({ name, state }) => `${name} ${state}`),
      ["dns", "tcp", "greeting", "starttls", "tls", "capabilities", "login"].map((it) => `${it} passed`),
    );
    assert.deepEqual(server.received, []);
    assert.match(await page(), /PIPELINING \| Several commands may go out/);
  });

  it("waits for a language server that is starting, and asks it then", async () => {
    const server = await serve(365);
    for (let round = 0; round < 3; round++) {
      const restarting = vscode.commands.executeCommand("mailconfig.restartServer");
      const { messages } = await connect({ port: server.port, security: "starttls" });
      assert.match(messages[0] ?? "", /^info Account `crew`: the connection test passed/);
      await restarting;
    }
  });

  it("explains an expired certificate, and leads to its line", async () => {
    const server = await serve(-2);
    const { messages, report } = await connect({ port: server.port, security: "starttls" }, { press: "Open line" });
    assert.match(messages[0] ?? "", /^error Account `crew`: the connection test failed\./);
    assert.match(report?.servers[0]?.findings[0]?.message ?? "", /^The certificate expired on \d{4}-\d\d-\d\d\.$/);
    const selected = await until("selection", () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.getText(editor.selection) || undefined;
    });
    assert.match(selected, /ca\.pem/);
    await until("the new page", async () => ((await page()).includes("expired on") ? true : undefined));
  });

  it("is cancelled at once", async () => {
    const silent = await startSilentServer();
    started.push(silent);
    const fixture: MailFixture = { port: silent.port, security: "starttls", timeout: "50s" };
    const { messages } = await connect(fixture, { cancelAfter: silent.connected });
    assert.deepEqual(messages, ["info The connection test was cancelled."]);
  });
});
