import assert from "node:assert/strict";
import { chmodSync } from "node:fs";
import { after, afterEach, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { codeOf, fileUri, openFile, positionOf, until, writeFile } from "../support.ts";
import { testKey } from "./keys.ts";

const CONFIG = ".mailconfig.yaml";
const ZONE = "dns/shop.example.zone";
const MOVED = "dns/renamed.zone";
const key = testKey();
let zoneText = "";

before(async () => {
  const { fsPath } = await writeFile("keys/s1.pem", key.pem);
  chmodSync(fsPath, 0o600);
  await writeFile("keys/.gitignore", "*\n");
  const bytes = await vscode.workspace.fs.readFile(fileUri(ZONE));
  zoneText = `${new TextDecoder().decode(bytes)}s1._domainkey IN TXT ${key.record}\n`;
  await writeFile(ZONE, zoneText);
});

afterEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

/** The codes of a file's errors and warnings that begin with a word, once they are as expected. */
async function codes(uri: vscode.Uri, prefix: string, expected: readonly string[]): Promise<vscode.Diagnostic[]> {
  let seen = "";
  const ask = () => {
    const found = vscode.languages.getDiagnostics(uri).filter((it) => codeOf(it).startsWith(prefix));
    seen = found.map(codeOf).join();
    return seen === expected.join() ? found : undefined;
  };
  return until(`${prefix} ${expected.join()}`, ask).catch((error: Error) => {
    throw new Error(`${error.message}: ${seen}`);
  });
}

async function fixesAt(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, range);
}

describe("two configs and three zones", () => {
  it("a changed DKIM record is a finding of the config, and is mended from there", async () => {
    const config = await openFile(CONFIG);
    await codes(config.uri, "cross/", []);
    const zone = await vscode.workspace.openTextDocument(fileUri(ZONE));
    const at = zone.positionAt(zone.getText().indexOf(key.record) + 60);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(zone.uri, new vscode.Range(at, at.translate(0, 4)), "AAAA");
    await vscode.workspace.applyEdit(edit);
    const [mismatch] = await codes(config.uri, "cross/", ["cross/dkim-key-mismatch"]);
    assert.ok(mismatch);
    assert.equal(config.getText(mismatch.range), "keys/s1.pem");
    assert.equal(mismatch.relatedInformation?.[0]?.location.uri.toString(), zone.uri.toString());
    const fix = (await fixesAt(config, mismatch.range)).find(({ title }) => title === "Publish this key in the zone");
    assert.ok(fix?.edit);
    await vscode.workspace.applyEdit(fix.edit);
    await codes(config.uri, "cross/", []);
    assert.equal(zone.getText(), zoneText);
    await zone.save();
  });

  it("definition goes from the selector to the key, links lead to the files", async () => {
    const config = await openFile(CONFIG);
    const ask = async (word: string) =>
      vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        "vscode.executeDefinitionProvider",
        config.uri,
        positionOf(config, word, 1),
      );
    const [found] = await until("definition", async () => {
      const places = await ask("s1,");
      return places.length > 0 ? places : undefined;
    });
    assert.ok(found);
    const [uri, range] = "uri" in found ? [found.uri, found.range] : [found.targetUri, found.targetRange];
    assert.equal(uri.path, fileUri(ZONE).path);
    assert.equal(
      range.start.line,
      zoneText.split("\n").findIndex((it) => it.startsWith("s1._domainkey")),
    );
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>("vscode.executeLinkProvider", config.uri);
    assert.deepEqual(
      links.map(({ target }) => target?.path),
      [ZONE, "dns/lists.example.zone", "keys/s1.pem"].map((it) => fileUri(it).path),
    );
  });

  it("the rules of a config that is not open hold in its zone", async () => {
    const zone = await openFile("club/club.example.zone");
    const [finding] = await codes(zone.uri, "spf/", ["spf/neutral-all"]);
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Error);
  });

  it("a zone that is renamed behind the editor's back is missed, and the finding says where it is", async () => {
    const config = await openFile(CONFIG);
    await codes(config.uri, "cross/zone", []);
    await vscode.workspace.fs.rename(fileUri(ZONE), fileUri(MOVED));
    const [missing] = await codes(config.uri, "cross/zone", ["cross/zone-file-missing"]);
    const told = await until("the new name", () => {
      const [it] = vscode.languages
        .getDiagnostics(config.uri)
        .filter((found) => codeOf(found).startsWith("cross/zone"));
      return it?.message.includes(MOVED) ? it : undefined;
    });
    assert.match(told.message, /^`dns\/shop\.example\.zone` .*`dns\/renamed\.zone`/);
    const fix = (await fixesAt(config, missing?.range ?? told.range)).find(
      ({ title }) => title === `Write \`${MOVED}\``,
    );
    assert.ok(fix?.edit);
    await vscode.workspace.fs.rename(fileUri(MOVED), fileUri(ZONE));
    await codes(config.uri, "cross/zone", []);
  });

  it("a zone that is renamed in the editor gets its new path written into the config", async () => {
    const config = await openFile(CONFIG);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(fileUri(ZONE), fileUri(MOVED));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until("the new path", () => (config.getText().includes(`shop.example: ${MOVED}\n`) ? true : undefined));
    await codes(config.uri, "cross/zone", []);
    await config.save();
  });

  it("opens the page of a rule", async () => {
    await vscode.commands.executeCommand("mailconfig.openRulePage", "spf/pass-all");
    const page = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "mailconfig-rule");
    assert.match(page?.getText() ?? "", /^# spf\/pass-all\n/);
  });

  it("opens one report a domain", async () => {
    await openFile(CONFIG);
    await vscode.commands.executeCommand("mailconfig.checkDomain", "shop.example");
    await vscode.commands.executeCommand("mailconfig.checkDomain", "shop.example");
    const tabs = () =>
      vscode.window.tabGroups.all.flatMap((it) => it.tabs).filter((it) => it.label.includes("shop.example"));
    await until("report", () => tabs().find(({ label }) => label === "Report on shop.example"));
    assert.equal(tabs().length, 1);
  });
});

after(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));
