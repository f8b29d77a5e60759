import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import * as vscode from "vscode";
import { findingsOf, hoverAt, openFile, positionOf, until } from "../support.ts";

const ZONE = "zones/harbour.example.zone";
const CONFIG = ".mailconfig.yaml";

afterEach(() => vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor"));

describe("a zone file", () => {
  it("is known by its name and reported on at exact ranges", async () => {
    const document = await openFile(ZONE);
    assert.equal(document.languageId, "dns-zone");
    assert.deepEqual(await findingsOf(document, 4), [
      "mx/single «mail.harbour.example.»",
      "spf/unknown-mechanism «ipv4»",
      "spf/pass-all «+all»",
      "dmarc/invalid-report-uri «dmarc@harbour.example»",
    ]);
  });

  it("is known by its first line", async () => {
    const document = await openFile("zones/named-otherwise");
    assert.equal(document.languageId, "dns-zone");
  });

  it("is repaired by a quick fix, and the finding goes away", async () => {
    const document = await openFile(ZONE);
    await findingsOf(document, 4);
    const position = positionOf(document, "ipv4:", 1);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      new vscode.Range(position, position),
    );
    const fix = actions.find(({ title }) => title === "Write `ip4`");
    assert.ok(fix?.edit, actions.map(({ title }) => title).join());
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(document.getText(), /"v=spf1 ip4:192\.0\.2\.25 \+all"/);
    assert.deepEqual(await findingsOf(document, 3), [
      "mx/single «mail.harbour.example.»",
      "spf/pass-all «+all»",
      "dmarc/invalid-report-uri «dmarc@harbour.example»",
    ]);
  });

  it("explains `p=` of DMARC and of DKIM, and other terms, on hover", async () => {
    const document = await openFile(ZONE);
    assert.match(await hoverAt(document, "p=quarantine"), /polic/i);
    assert.match(await hoverAt(document, "p=11qY"), /key/i);
    assert.match(await hoverAt(document, "+all", 1), /every|all/i);
    assert.match(await hoverAt(document, "1209600"), /14 days|2 weeks/);
  });

  it("completes `include:`", async () => {
    const document = await openFile(ZONE);
    const place = positionOf(document, "+all");
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, place, "include:  ");
    await vscode.workspace.applyEdit(edit);
    const labels = async (shift: number) => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        place.translate(0, shift),
      );
      return list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
    };
    const terms = await until("completion", async () => {
      const found = await labels("inc".length);
      return found.some((it) => it.startsWith("include")) ? found : undefined;
    });
    assert.ok(
      terms.some((it) => it.startsWith("include:") || it === "include"),
      terms.join(),
    );
    const hosts = await labels("include:".length);
    assert.ok(
      hosts.some((it) => it.includes("_spf.google.com")),
      hosts.join(),
    );
  });

  it("has an outline", async () => {
    const document = await openFile(ZONE);
    const symbols = await until("outline", async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        "vscode.executeDocumentSymbolProvider",
        document.uri,
      );
      return found !== undefined && found.length > 0 ? found : undefined;
    });
    assert.match(JSON.stringify(symbols), /_dmarc/);
  });
});

describe("a config", () => {
  it("is reported on at exact ranges and repaired by one command", async () => {
    const document = await openFile(CONFIG);
    assert.equal(document.languageId, "mailconfig");
    assert.deepEqual(await findingsOf(document, 1), ["config/port-security «tls»"]);
  });

  it("explains port 587 on hover", async () => {
    const document = await openFile(CONFIG);
    const text = await hoverAt(document, "587");
    assert.match(text, /587/);
    assert.match(text, /STARTTLS/);
    assert.match(text, /submission/i);
  });

  it("has “Send test mail” above its account", async () => {
    const document = await openFile(CONFIG);
    const [lens] = await until("code lens", async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        "vscode.executeCodeLensProvider",
        document.uri,
        10,
      );
      return found.length > 0 ? found : undefined;
    });
    assert.equal(lens?.range.start.line, positionOf(document, "crew:").line);
    assert.equal(lens?.command?.command, "mailconfig.sendTestMail");
    assert.deepEqual(lens?.command?.arguments, [document.uri.toString(), "crew"]);
  });

  it("obeys the setting `mailconfig.rules`", async () => {
    const document = await openFile(CONFIG);
    await findingsOf(document, 1);
    const settings = vscode.workspace.getConfiguration("mailconfig");
    await settings.update("rules", { "config/*": "off" }, vscode.ConfigurationTarget.Global);
    try {
      await findingsOf(document, 0);
    } finally {
      await settings.update("rules", undefined, vscode.ConfigurationTarget.Global);
    }
    await findingsOf(document, 1);
  });
});

describe("the language server", () => {
  it("answers again after a restart", async () => {
    const document = await openFile(CONFIG);
    await findingsOf(document, 1);
    await vscode.commands.executeCommand("mailconfig.restartServer");
    await findingsOf(document, 1);
    assert.match(await hoverAt(document, "587"), /STARTTLS/);
  });

  it("mends all that is safe on the command", async () => {
    const document = await openFile(ZONE);
    await findingsOf(document, 4);
    const before = document.getText();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, positionOf(document, "ns1\tIN"), "@\tIN\tNS\tns2.harbour.example.\n");
    await vscode.workspace.applyEdit(edit);
    await findingsOf(document, 5);
    await vscode.commands.executeCommand("mailconfig.fixAll");
    assert.equal(document.getText(), before);
    await findingsOf(document, 4);
  });
});
