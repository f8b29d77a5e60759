import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "mocha";
import * as vscode from "vscode";
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

const CONFIG = "sending/.mailconfig.yaml";
const SEND_ANYWAY = { picks: [0] };
let certificate: Certificate;
const started: { stop(): Promise<void> }[] = [];

async function send(fixture: MailFixture, answers: Answers = {}): Promise<Conversation> {
  const uri = await writeFile(CONFIG, mailConfig(fixture));
  await openFile(CONFIG);
  await until("the new text", async () => {
    const document = await vscode.workspace.openTextDocument(uri);
    return document.getText() === mailConfig(fixture) ? document : undefined;
  });
  const conversation = await withUser({ ...SEND_ANYWAY, ...answers }, () =>
    vscode.commands.executeCommand("mailconfig.sendTestMail", uri.toString(), "crew"),
  );
  for (const text of [...conversation.messages, ...conversation.questions]) assert.ok(!text.includes(PASSWORD), text);
  return conversation;
}

async function serve(security: "tls" | "starttls"): Promise<MailServer> {
  const server = await startMailServer({ certificate, security });
  started.push(server);
  return server;
}

describe("Send test mail", () => {
  before(async () => {
    certificate = await createCertificate();
    await writeFile("sending/ca.pem", certificate.cert);
    setPassword();
  });

  afterEach(() => vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor"));

  after(async () => {
    for (const it of started) await it.stop();
  });

  for (const security of ["starttls", "tls"] as const) {
    it(`sends through ${security}, and the mail that arrives is the one that was written`, async () => {
      const server = await serve(security);
      const { messages, buttons } = await send({ port: server.port, security });
      assert.equal(messages.length, 1);
      assert.match(
        messages[0] ?? "",
        /^info Accepted by 127\.0\.0\.1 for quay@example\.net\. Reply: 250 2\.0\.0 Ok: queued as 4F2A · Message ID: <.+@example\.com>$/,
      );
      assert.deepEqual(buttons, ["Show transcript", "Show report", "Copy as command", "Send again"]);
      const [got] = server.received;
      assert.ok(got);
      assert.deepEqual([got.mail.subject, got.mail.text?.trim()], ["Ahoy – 你好", "From a real editor."]);
      assert.deepEqual(
        [got.from, got.to, got.user, got.isEncrypted],
        ["ops@example.com", ["quay@example.net"], "ops@example.com", true],
      );
      assert.match(messages[0] ?? "", new RegExp(got.mail.messageId?.replace(/[^\w<>@-]/g, ".") ?? "no id"));
    });
  }

  it("explains a wrong password and leads to its line", async () => {
    const server = await serve("starttls");
    setPassword("not the one");
    try {
      const { messages, buttons } = await send({ port: server.port, security: "starttls" }, { press: "Open line" });
      assert.match(
        messages[0] ?? "",
        /^error 127\.0\.0\.1:\d+ did not take the mail\. The server refused user name or password\..*535 5\.7\.8/,
      );
      assert.ok(!messages[0]?.includes("not the one"));
      assert.deepEqual(buttons, ["Open line", "Show transcript", "Show report", "Copy as command", "Send again"]);
      const selected = await until("selection", () => {
        const editor = vscode.window.activeTextEditor;
        const text = editor?.document.getText(editor.selection) ?? "";
        return text === "" ? undefined : text;
      });
      assert.match(selected, /env:HARBOUR_PASSWORD/);
      assert.deepEqual(server.received, []);
    } finally {
      setPassword();
    }
  });

  it("explains a certificate that nobody vouches for, and sends nothing", async () => {
    const server = await serve("tls");
    const { messages } = await send({ port: server.port, security: "tls", tls: "minVersion: TLSv1.2" });
    assert.match(messages[0] ?? "", /^error .*did not take the mail\. The certificate is self-signed.*tls\.caFile/);
    assert.deepEqual(server.received, []);
  });

  it("gives up on a server that never answers, and says why", async () => {
    const silent = await startSilentServer();
    started.push(silent);
    const { messages } = await send({ port: silent.port, security: "starttls", timeout: "1s" });
    assert.match(messages[0] ?? "", /^error .*the server never greets/);
  });

  it("is cancelled at once", async () => {
    const silent = await startSilentServer();
    started.push(silent);
    const fixture: MailFixture = { port: silent.port, security: "starttls", timeout: "50s" };
    const { messages, questions } = await send(fixture, { cancelAfter: silent.connected });
    assert.deepEqual(messages, ["info Sending was cancelled."]);
    assert.ok(questions.includes("progress Sending a test mail through 127.0.0.1"));
  });

  it("asks for a secret once and keeps it", async () => {
    const server = await serve("starttls");
    const fixture: MailFixture = { port: server.port, security: "starttls", password: "${secret:crew}" };
    const first = await send(fixture, { inputs: ["quay@example.net", PASSWORD] });
    assert.match(first.messages[0] ?? "", /^info Accepted/);
    assert.ok(first.questions.some((it) => it.startsWith("Secret for 127.0.0.1")));
    const second = await send(fixture);
    assert.match(second.messages[0] ?? "", /^info Accepted/);
    assert.ok(!second.questions.some((it) => it.startsWith("Secret")));
    const forgotten = await withUser({}, () => vscode.commands.executeCommand("mailconfig.forgetSecrets"));
    assert.deepEqual(forgotten.messages, ["info Stored secrets that were forgotten: 1."]);
  });

  it("shows the account's findings before, and opens the one that is picked", async () => {
    const server = await serve("starttls");
    const fixture: MailFixture = { port: server.port, security: "starttls", tls: "rejectUnauthorized: false" };
    const { questions, messages } = await send(fixture, { picks: [1] });
    const list = questions.find((it) => /sending may fail/.test(it)) ?? "";
    assert.match(list, /Send anyway \| \$\((?:error|warning)\)/);
    assert.deepEqual(messages, []);
    assert.deepEqual(server.received, []);
  });

  it("writes a transcript without the password", async () => {
    const server = await serve("starttls");
    await send({ port: server.port, security: "starttls" });
    await vscode.commands.executeCommand("mailconfig.showTranscript");
    const text = await until("transcript", () => {
      const shown = vscode.workspace.textDocuments
        .filter(({ uri }) => uri.scheme === "output")
        .map((it) => it.getText());
      return shown.find((it) => it.includes("S: 250 2.0.0 Ok: queued as 4F2A"));
    });
    assert.match(text, /C: AUTH PLAIN \*\*\*/);
    for (const secret of [PASSWORD, Buffer.from(PASSWORD).toString("base64")]) assert.ok(!text.includes(secret));
    assert.ok(!text.includes(Buffer.from(`\0ops@example.com\0${PASSWORD}`).toString("base64")));
  });
});

describe("Explain reply", () => {
  it("says what happened, whose turn it is and what to do", async () => {
    const text = "554 5.7.1 <a@example.net>: Relay access denied";
    const { messages } = await withUser({ inputs: [text] }, () =>
      vscode.commands.executeCommand("mailconfig.explainReply"),
    );
    assert.match(messages[0] ?? "", /^info 554 5\.7\.1: The server relays mail to other domains only after login\./);
  });
});
