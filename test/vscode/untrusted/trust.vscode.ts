import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as vscode from "vscode";
import { findingsOf, openFile, withUser } from "../support.ts";

describe("a workspace that nobody trusts", () => {
  it("is not trusted", () => assert.equal(vscode.workspace.isTrusted, false));

  it("is checked", async () => {
    const document = await openFile(".mailconfig.yaml");
    const [found] = await findingsOf(document, 1);
    assert.match(found ?? "", /^config\/port-security/);
  });

  it("sends no mail", async () => {
    const { messages, questions } = await withUser({}, () => vscode.commands.executeCommand("mailconfig.sendTestMail"));
    assert.deepEqual(questions, []);
    assert.match(messages[0] ?? "", /^error Sending mail needs a trusted workspace/);
  });
});
