import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { type DnsServer, startDns } from "../../support/servers/dns.ts";
import { temporaryFolder } from "../../support/servers/run.ts";
import { openFile, until, withUser, writeFile } from "../support.ts";

const ZONE = `$ORIGIN harbour.example.
$TTL 1h
@ SOA ns1 hostmaster 2026112401 7200 3600 1209600 3600
@ NS ns1
ns1 A 127.0.0.1
@ MX 10 mx1
mx1 A 192.0.2.25
@ TXT "v=spf1 mx -all"
_dmarc TXT "v=DMARC1; p=reject; rua=mailto:dmarc@harbour.example"
`;

function page(title: string): Promise<string> {
  return until(title, async () => {
    const found = vscode.workspace.textDocuments.find(
      ({ uri }) => uri.scheme === "mailconfig-page" && uri.path === `/${title}.md`,
    );
    return found?.getText() || undefined;
  });
}

describe("Compare with live DNS", () => {
  let dns: DnsServer;
  const settings = () => vscode.workspace.getConfiguration("mailconfig");

  before(async () => {
    dns = await startDns({ dir: temporaryFolder(), zones: { "harbour.example": ZONE.replace("p=reject", "p=none") } });
    await settings().update("nameServers", [dns.address], vscode.ConfigurationTarget.Workspace);
  });

  after(async () => {
    await settings().update("nameServers", undefined, vscode.ConfigurationTarget.Workspace);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await dns?.stop();
  });

  it("asks the configured name server, and shows what differs with links to the lines", async () => {
    const uri = await writeFile("live/harbour.example.zone", ZONE);
    await openFile("live/harbour.example.zone");
    const { questions, messages } = await withUser({}, () => vscode.commands.executeCommand("mailconfig.compareLive"));
    assert.deepEqual(messages, []);
    assert.deepEqual(questions, ["progress Asking the DNS about harbour.example"]);
    const text = await page("harbour.example and the live DNS");
    assert.match(text, /^5 of 6 record sets are published as in the file\.$/m);
    assert.match(text, /### `_dmarc\.harbour\.example` TXT: other data than in the file/);
    assert.ok(text.includes(`([9](${uri.toString()}#L9))`), text);
  });
});

describe("Explain a selected bounce", () => {
  it("shows each recipient's delivery", async () => {
    const bounce =
      "Final-Recipient: rfc822; a@harbour.example\nAction: failed\nStatus: 5.1.1\n\nFinal-Recipient: rfc822; b@harbour.example\nAction: delayed\nStatus: 4.4.1\n";
    await writeFile("live/bounce.txt", bounce);
    await openFile("live/bounce.txt");
    await vscode.commands.executeCommand("editor.action.selectAll");
    await withUser({}, () => vscode.commands.executeCommand("mailconfig.explainReply"));
    const text = await page("What became of the mail");
    assert.match(text, /## a@harbour\.example: not delivered, and not tried again\./);
    assert.match(text, /## b@harbour\.example: not delivered yet; the server goes on trying\./);
  });
});
