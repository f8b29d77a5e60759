import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { createCertificate, type MailServer, startMailServer, startSilentServer } from "../../support/mailServer.ts";
import { type MailFixture, mailConfig, setPassword } from "../mailFixture.ts";
import { type Answers, englishIn, hoverAt, openFile, positionOf, until, withUser, writeFile } from "../support.ts";

const ZONE = "wharf.example.zone";
const CONFIG = ".mailconfig.yaml";

/** Chinese somewhere, and no run of English words. */
function assertChinese(text: string): void {
  assert.match(text, /[\u4e00-\u9fff]/, text);
  assert.deepEqual(englishIn(text), [], text);
}

describe("the tour with the editor in Chinese", () => {
  let server: MailServer;

  before(async () => {
    server = await startMailServer({ certificate: await createCertificate() });
    await writeFile("ca.pem", server.certificate.cert);
    setPassword();
  });

  after(() => server.stop());

  it("is in Chinese at all", () => assert.equal(vscode.env.language, "zh-cn"));

  for (const path of [ZONE, CONFIG]) {
    it(`reports, repairs and explains in ${path}`, async () => {
      const document = await openFile(path);
      const found = await until("findings", () => {
        const all = vscode.languages.getDiagnostics(document.uri);
        return all.length > 0 ? all : undefined;
      });
      for (const { message, relatedInformation } of found) {
        assertChinese(message);
        for (const related of relatedInformation ?? []) assertChinese(related.message);
      }
      for (const { range } of found) {
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          "vscode.executeCodeActionProvider",
          document.uri,
          range,
        );
        for (const { title, kind } of actions) {
          if (kind?.value.startsWith("quickfix")) assertChinese(title);
        }
      }
    });
  }

  it("hovers in Chinese", async () => {
    const zone = await openFile(ZONE);
    for (const word of ["+all", "p=none", "3600", "MX", "SOA", "rua="]) assertChinese(await hoverAt(zone, word));
    const config = await openFile(CONFIG);
    for (const word of ["587", "security", "starttls", "accounts"]) assertChinese(await hoverAt(config, word));
  });

  it("has its commands and code lenses in Chinese", async () => {
    const { contributes } = vscode.extensions.getExtension("mailconfig.mailconfig")?.packageJSON ?? {};
    // Translated titles come with what they were translated from.
    for (const { title } of contributes.commands) assertChinese(typeof title === "string" ? title : title.value);
    const config = await openFile(CONFIG);
    const [lens] = await until("code lens", async () => {
      const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        "vscode.executeCodeLensProvider",
        config.uri,
        10,
      );
      return all.length > 0 ? all : undefined;
    });
    assertChinese(lens?.command?.title ?? "");
  });

  it("completes with Chinese explanations", async () => {
    const zone = await openFile(ZONE);
    const at = positionOf(zone, "+all");
    const { items } = await until("completions", async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        zone.uri,
        at,
        undefined,
        20,
      );
      const own = list.items.filter(({ documentation }) => documentation !== undefined);
      return own.length > 0 ? { items: own } : undefined;
    });
    for (const { documentation } of items) {
      const text = typeof documentation === "string" ? documentation : documentation?.value;
      // Snippets of the manifest are shown as code alone.
      if (text?.replace(/```[\s\S]*?```/g, "").trim()) assertChinese(text);
    }
  });

  async function send(fixture: MailFixture, answers: Answers = {}): Promise<readonly string[]> {
    const uri = await writeFile(CONFIG, mailConfig(fixture));
    await until("the new text", async () => {
      const document = await vscode.workspace.openTextDocument(uri);
      return document.getText() === mailConfig(fixture) ? document : undefined;
    });
    const { messages, buttons, questions } = await withUser(answers, () =>
      vscode.commands.executeCommand("mailconfig.sendTestMail", uri.toString(), "crew"),
    );
    for (const text of [...questions, ...buttons]) assertChinese(text);
    return messages;
  }

  it("sends, and explains what went wrong, in Chinese", async () => {
    const silent = await startSilentServer();
    const good: MailFixture = { port: server.port, security: "starttls" };
    const told = [
      ...(await send(good)),
      ...(await send({ ...good, tls: "minVersion: TLSv1.2" })),
      ...(await send({ ...good, security: "tls" })),
      ...(await send({ port: silent.port, security: "starttls", timeout: "1s" })),
    ];
    setPassword("not the one");
    told.push(...(await send(good)));
    await silent.stop();
    assert.equal(told.length, 5);
    for (const text of told) {
      // What the server itself says stays as it said it.
      const [own = ""] = text.replace(/^\w+ /, "").split("应答");
      assertChinese(own);
    }
    assert.equal(server.received.length, 1);
  });

  it("explains a reply in Chinese", async () => {
    const run = () => vscode.commands.executeCommand("mailconfig.explainReply", "550 5.1.1 User unknown");
    const { messages } = await withUser({}, run);
    assertChinese((messages[0] ?? "").replace(/^info /, ""));
  });
});
