import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { describe, it } from "mocha";
import * as vscode from "vscode";
import { fileUri, findingsOf, openFile, withUser } from "../support.ts";

const CONFIG = ".mailconfig.yaml";
const ZONE = "dns/pier.example.zone";
const WITH_ZONE = `version: 1
domain: pier.example
zones:
  pier.example: ${ZONE}
accounts:
  pier:
    from: crew@pier.example
    smtp:
      host: mx1.pier.example
      port: 465
      security: tls
      auth: { method: plain, username: crew@pier.example, password: "\${secret:pier}" }
`;

/** Writes the config in the editor and saves it: nobody waits for VS Code to notice a change of the file. */
async function configWithZone(): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(fileUri(CONFIG));
  const edit = new vscode.WorkspaceEdit();
  const end = document.lineAt(document.lineCount - 1).range.end;
  edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), WITH_ZONE);
  assert.ok(await vscode.workspace.applyEdit(edit));
  assert.ok(await document.save());
  assert.equal(document.getText(), WITH_ZONE);
  return document;
}

describe("Import mail settings", () => {
  it("makes a config of an .msmtprc; the password goes into the secret storage", async () => {
    await openFile(".msmtprc");
    const { messages, questions } = await withUser({ picks: [0, 0] }, () =>
      vscode.commands.executeCommand("mailconfig.importMail"),
    );
    assert.deepEqual(messages, ["info Accounts that were imported: 1. Their passwords are in the secret storage."]);
    assert.match(questions[0] ?? "", /^Import from which file\?: \.msmtprc \| Another file…$/);
    const document = await vscode.workspace.openTextDocument(fileUri(CONFIG));
    assert.equal(document.languageId, "mailconfig");
    assert.match(document.getText(), /password: "\$\{secret:pier-smtp-password\}"/);
    assert.ok(!document.getText().includes("anchor-and-chain"));
    await findingsOf(document, 0);
    const forgotten = await withUser({}, () => vscode.commands.executeCommand("mailconfig.forgetSecrets"));
    assert.deepEqual(forgotten.messages, ["info Stored secrets that were forgotten: 1."]);
  });

  it("adds the account to a config that is there, and changes nothing else", async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    const document = await configWithZone();
    await openFile(".msmtprc");
    await withUser({ picks: [0, 1] }, () => vscode.commands.executeCommand("mailconfig.importMail"));
    assert.ok(document.getText().startsWith(WITH_ZONE.trimEnd()), document.getText());
    assert.match(
      document.getText(),
      /\n {2}pier-2:\n {4}from: crew@pier\.example\n[\s\S]*\$\{env:PIER_SMTP_PASSWORD\}/,
    );
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), WITH_ZONE);
  });
});

describe("Create DKIM key", () => {
  it("writes the key file, the record and the entry, and nothing is wrong afterwards", async () => {
    await configWithZone();
    const config = await openFile(CONFIG);
    const zone = await vscode.workspace.openTextDocument(fileUri(ZONE));
    await findingsOf(config, 0);
    const { messages } = await withUser({ picks: [0], inputs: ["s1"] }, () =>
      vscode.commands.executeCommand("mailconfig.createDkimKey"),
    );
    assert.match(
      messages[0] ?? "",
      /^info The private key is in keys\/s1\.pem, readable by you alone\. Its record stands in the zone/,
    );
    assert.equal(
      config.getText(),
      `${WITH_ZONE}dkim:\n  - { domain: pier.example, selector: s1, privateKeyFile: keys/s1.pem }\n`,
    );
    assert.match(zone.getText(), /\ns1\._domainkey\tIN\tTXT\t"v=DKIM1; k=rsa; p=[^"]+" "[^"]+"\n_dmarc/);
    if (process.platform !== "win32") assert.equal(statSync(fileUri("keys/s1.pem").fsPath).mode & 0o777, 0o600);
    await findingsOf(config, 0);
    await findingsOf(zone, 0);
    await vscode.workspace.saveAll();
    await findingsOf(config, 0);
  });

  it("refuses to write over a key", async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await configWithZone();
    await openFile(CONFIG);
    const { messages } = await withUser({ picks: [1], inputs: ["s1"] }, () =>
      vscode.commands.executeCommand("mailconfig.createDkimKey"),
    );
    assert.match(
      messages[0] ?? "",
      /^error (?:There is a record at `s1\._domainkey\.pier\.example` already|keys\/s1\.pem is there already)/,
    );
  });
});
