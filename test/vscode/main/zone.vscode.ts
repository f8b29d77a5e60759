import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import * as vscode from "vscode";
import { fileUri, hoverAt, openFile, positionOf, until, withUser, writeFile } from "../support.ts";

const ZONE = "zones/quay.example.zone";
const HOSTS = "zones/quay/hosts.zone";

afterEach(async () => {
  for (const path of [ZONE, HOSTS]) {
    await openFile(path);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
});

/** Asks until the language server has started and answers something. */
function ask<T>(command: string, ...args: readonly unknown[]): Promise<readonly T[]> {
  return until(command, async () => {
    const found = await vscode.commands.executeCommand<readonly T[] | undefined>(command, ...args);
    return found !== undefined && found.length > 0 ? found : undefined;
  });
}

function lineAt(document: vscode.TextDocument, word: string): string {
  return document.lineAt(positionOf(document, word).line).text;
}

async function apply(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, [...edits]);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

describe("a zone with an `$INCLUDE`", () => {
  it("leads from a name to its record in the included file, and back to where it is written", async () => {
    const document = await openFile(ZONE);
    const place = positionOf(document, "mail\n");
    const [found] = await ask<vscode.Location>("vscode.executeDefinitionProvider", document.uri, place);
    assert.equal(found?.uri.toString(), fileUri(HOSTS).toString());
    assert.equal(found?.range.start.line, 2);
    const references = await ask<vscode.Location>("vscode.executeReferenceProvider", document.uri, place);
    assert.deepEqual(
      references.map(({ uri, range }) => `${vscode.workspace.asRelativePath(uri)}:${range.start.line + 1}`).sort(),
      [`${ZONE}:6`, `${ZONE}:8`, `${ZONE}:9`, `${HOSTS}:3`],
    );
  });

  it("renames a host in both files, inside the SPF record too", async () => {
    const document = await openFile(ZONE);
    await ask("vscode.executeDefinitionProvider", document.uri, positionOf(document, "mail\n"));
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      document.uri,
      positionOf(document, "mail\n"),
      "mx1",
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    const hosts = await vscode.workspace.openTextDocument(fileUri(HOSTS));
    assert.equal(lineAt(document, "MX 10"), "@ IN MX 10 mx1");
    assert.equal(lineAt(document, "CNAME"), "www IN CNAME mx1");
    assert.equal(lineAt(document, "TXT"), '@ IN TXT "v=spf1 a:mx1.quay.example a:mail2.quay.example -all"');
    assert.match(hosts.getText(), /^mx1 {2}IN A 192\.0\.2\.25$/m);
    assert.match(hosts.getText(), /^mail2 IN A/m);
  });

  it("is formatted, and reads the same afterwards", async () => {
    const document = await openFile(ZONE);
    const before = document.getText();
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await ask<vscode.TextEdit>("vscode.executeFormatDocumentProvider", document.uri, options);
    await apply(document, edits);
    assert.equal(lineAt(document, "10 mail"), "@   IN MX    10 mail");
    assert.equal(lineAt(document, "CNAME"), "www IN CNAME mail");
    const words = (text: string) => text.split(/[ \t]+/).join(" ");
    assert.equal(words(document.getText()), words(before));
    const again = await vscode.commands.executeCommand<readonly vscode.TextEdit[] | undefined>(
      "vscode.executeFormatDocumentProvider",
      document.uri,
      options,
    );
    assert.deepEqual(again ?? [], []);
  });

  it("completes hosts of both files, and what providers ask to include", async () => {
    const document = await openFile(ZONE);
    const labels = async (word: string, shift: number) => {
      const place = positionOf(document, word, shift);
      const list = await until("completion", async () => {
        const found = await vscode.commands.executeCommand<vscode.CompletionList>(
          "vscode.executeCompletionItemProvider",
          document.uri,
          place,
        );
        return found.items.length > 0 ? found : undefined;
      });
      return list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
    };
    const hosts = await labels("mail2\n", 0);
    assert.ok(hosts.includes("mail") && hosts.includes("mail2") && hosts.includes("ns1"), hosts.join());
    await apply(document, [vscode.TextEdit.insert(positionOf(document, "-all"), "include: ")]);
    const names = await labels("include:", "include:".length);
    assert.ok(names.includes("_spf.google.com") && names.includes("spf.protection.outlook.com"), names.join());
  });

  it("says above its SPF record what it costs, and inside its lines what TTLs and names come to", async () => {
    const document = await openFile(ZONE);
    const [lens] = await ask<vscode.CodeLens>("vscode.executeCodeLensProvider", document.uri, 10);
    assert.equal(lens?.command?.title, "2 of 10 DNS lookups");
    assert.equal(lens?.range.start.line, positionOf(document, "v=spf1").line);
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const settings = vscode.workspace.getConfiguration("mailconfig");
    await settings.update("inlayHints.lookups", true, vscode.ConfigurationTarget.Global);
    const hints = await ask<vscode.InlayHint>("vscode.executeInlayHintProvider", document.uri, all);
    const labels = hints.map(({ label, position }) => {
      const text = typeof label === "string" ? label : label.map(({ value }) => value).join("");
      return `${position.line + 1} ${text}`;
    });
    for (const label of ["2 1 hour", "3 2 weeks", "6 .quay.example.", "8 2 of 10 DNS lookups"]) {
      assert.ok(labels.includes(label), labels.join(" | "));
    }
    await settings.update("inlayHints.lookups", undefined, vscode.ConfigurationTarget.Global);
  });

  it("has semantic tokens", async () => {
    const document = await openFile(ZONE);
    const tokens = await until("semantic tokens", async () => {
      const found = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
        "vscode.provideDocumentSemanticTokens",
        document.uri,
      );
      return found !== undefined && found.data.length > 0 ? found : undefined;
    });
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      "vscode.provideDocumentSemanticTokensLegend",
      document.uri,
    );
    const kinds = new Set(
      Array.from(tokens.data, (it, index) => (index % 5 === 3 ? legend.tokenTypes[it] : undefined)),
    );
    for (const kind of ["keyword", "number", "modifier", "type", "variable", "function"])
      assert.ok(kinds.has(kind), kind);
  });

  it("gets a higher serial from the command, from the light bulb, and on save where the setting says so", async () => {
    const document = await openFile(ZONE);
    await hoverAt(document, "3600");
    const today = new Date().toISOString().slice(0, 10).replaceAll("-", "");
    await vscode.commands.executeCommand("mailconfig.raiseSerial");
    assert.match(lineAt(document, "SOA"), new RegExp(` ${today}01 7200`));
    const soa = positionOf(document, "SOA");
    const [action] = await ask<vscode.CodeAction>(
      "vscode.executeCodeActionProvider",
      document.uri,
      new vscode.Range(soa, soa),
      "refactor.rewrite",
    );
    assert.ok(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    assert.match(lineAt(document, "SOA"), new RegExp(` ${today}02 7200`));
    await vscode.commands.executeCommand("workbench.action.files.revert");
    const before = document.getText();
    const settings = vscode.workspace.getConfiguration("mailconfig");
    await settings.update("raiseSerialOnSave", true, vscode.ConfigurationTarget.Global);
    try {
      await apply(document, [vscode.TextEdit.insert(positionOf(document, "www"), "ftp IN CNAME mail\n")]);
      await document.save();
      assert.match(lineAt(document, "SOA"), new RegExp(` ${today}01 7200`));
      assert.ok(!document.isDirty);
    } finally {
      await settings.update("raiseSerialOnSave", undefined, vscode.ConfigurationTarget.Global);
      await writeFile(ZONE, before);
    }
  });

  it("gets the SPF of a provider and a DMARC record, and one undo takes each back", async () => {
    const document = await openFile(ZONE);
    await hoverAt(document, "3600");
    const before = document.getText();
    const first = await withUser({ picks: [1] }, () => vscode.commands.executeCommand("mailconfig.addSpf"));
    assert.match(first.questions[0] ?? "", /Microsoft 365 \| Google Workspace/);
    assert.match(lineAt(document, "TXT"), /a:mail2\.quay\.example include:_spf\.google\.com -all"$/);
    const withSpf = document.getText();
    const second = await withUser({ picks: [0] }, () => vscode.commands.executeCommand("mailconfig.addDmarc"));
    assert.match(second.questions.at(-1) ?? "", /daily reports/);
    assert.equal(lineAt(document, "DMARC1"), '_dmarc IN TXT "v=DMARC1; p=none; rua=mailto:dmarc@quay.example"');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), withSpf);
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), before);
  });
});
