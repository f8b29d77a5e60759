import assert from "node:assert/strict";
import { test } from "node:test";
import type { CodeAction, CodeLens, CompletionItem, DocumentSymbol, FoldingRange } from "vscode-languageserver/node";
import { applyEdits, LineIndex, type Range } from "../../server/src/core/text/span.ts";
import { openSession, URI } from "./support/session.ts";

const COMMANDS = { commands: ["mailconfig.openRulePage", "mailconfig.sendTestMail"] };
const NOW = { holdBackMs: 0 };
const TEXT = 'a.example.com. 3600 TXT ( "v=spf1 "\n  "+all" )\n';
const ALL: Range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

async function actionsOn(t: Parameters<typeof openSession>[0], text: string, range = ALL, only?: string[]) {
  const session = await openSession(t, { settings: NOW, initializationOptions: COMMANDS });
  await session.open(text);
  const actions = await session.request<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: URI },
    range,
    context: { diagnostics: [], ...(only && { only }) },
  });
  return { ...session, actions };
}

function taken(text: string, action: CodeAction | undefined): string {
  const lines = new LineIndex(text);
  const [change] = action?.edit?.documentChanges ?? [];
  assert.ok(change && "edits" in change);
  const edits = change.edits.flatMap((it) =>
    "newText" in it
      ? [{ span: { start: lines.offsetAt(it.range.start), end: lines.offsetAt(it.range.end) }, newText: it.newText }]
      : [],
  );
  return applyEdits(text, edits);
}

test("a finding offers its fix, ways to silence it, and its page", async (t) => {
  const { actions } = await actionsOn(t, TEXT);
  const titles = actions.map((it) => it.title);
  assert.deepEqual(titles.slice(-3), [
    "Ignore spf/pass-all on this line",
    "Ignore spf/pass-all in this file",
    "Open the page of spf/pass-all",
  ]);
  assert.match(taken(TEXT, actions[0]), /"-all"/);
  assert.equal(actions[0]?.isPreferred, undefined);
  assert.deepEqual(actions.at(-1)?.command?.arguments, ["spf/pass-all"]);
});

test("what silences a finding ends it, above the whole record and a second time too", async (t) => {
  for (const title of ["Ignore spf/pass-all on this line", "Ignore spf/pass-all in this file"]) {
    const { actions, open, pull } = await actionsOn(t, TEXT);
    const text = taken(
      TEXT,
      actions.find((it) => it.title === title),
    );
    await open(text);
    assert.deepEqual(await pull(), [], text);
  }
  const two = 'a.example.com. 3600 TXT "v=spf1 ptr +all"\n';
  const first = await actionsOn(t, two);
  const once = taken(
    two,
    first.actions.find((it) => it.title === "Ignore spf/ptr on this line"),
  );
  const second = await actionsOn(t, once);
  const twice = taken(
    once,
    second.actions.find((it) => it.title === "Ignore spf/pass-all on this line"),
  );
  await second.open(twice);
  assert.deepEqual(await second.pull(), [], twice);
});

test("fix all makes every safe fix of the file, and only when asked for", async (t) => {
  const text = "_dmarc.example.com. 3600 TXT v=DMARC1; p=reject; rua=mailto:a@example.com\n";
  const { actions } = await actionsOn(t, text, ALL, ["source.fixAll"]);
  assert.deepEqual(
    actions.map((it) => it.kind),
    ["source.fixAll.mailconfig"],
  );
  assert.match(taken(text, actions[0]), /TXT "v=DMARC1; p=reject; rua=mailto:a@example\.com"/);
  const { actions: quick } = await actionsOn(t, text);
  assert.ok(quick.some((it) => it.isPreferred));
  assert.ok(quick.every((it) => it.kind === "quickfix"));
});

test("accounts have a lens, zones an outline and folds", async (t) => {
  const session = await openSession(t, { settings: NOW, initializationOptions: COMMANDS });
  const config = "file:///work/.mailconfig.yaml";
  await session.open("version: 1\naccounts:\n  ops:\n    smtp: smtps://smtp.example.com\n", config, "mailconfig");
  const [lens] = await session.request<CodeLens[]>("textDocument/codeLens", { textDocument: { uri: config } });
  assert.deepEqual([lens?.range.start.line, lens?.command?.arguments], [2, [config, "ops"]]);
  const accounts = await session.request<{ name: string }[]>("mailconfig/accounts", { textDocument: { uri: config } });
  assert.deepEqual(
    accounts.map((it) => it.name),
    ["ops"],
  );
  await session.open(`$TTL 3600\n${TEXT}`);
  const symbols = await session.request<DocumentSymbol[]>("textDocument/documentSymbol", {
    textDocument: { uri: URI },
  });
  assert.deepEqual(
    symbols.map((it) => [it.name, it.children?.map((child) => child.name)]),
    [
      ["$TTL", []],
      ["a", ["TXT"]],
    ],
  );
  const folds = await session.request<FoldingRange[]>("textDocument/foldingRange", { textDocument: { uri: URI } });
  assert.deepEqual(folds, [{ startLine: 1, endLine: 2 }]);
});

test("a client without commands is offered none", async (t) => {
  const session = await openSession(t, { settings: NOW });
  await session.open(TEXT);
  const params = { textDocument: { uri: URI }, range: ALL, context: { diagnostics: [] } };
  const actions = await session.request<CodeAction[]>("textDocument/codeAction", params);
  assert.ok(actions.length > 0 && actions.every((it) => it.command === undefined));
});

test("what ends in `:` or `=` asks for its values at once, where the client can", async (t) => {
  for (const commands of [["editor.action.triggerSuggest"], []]) {
    const session = await openSession(t, { initializationOptions: { commands } });
    await session.open('@ TXT "v=spf1 "\n');
    const position = { line: 0, character: 14 };
    const items = await session.request<CompletionItem[]>("textDocument/completion", {
      textDocument: { uri: URI },
      position,
    });
    assert.equal(items.find((it) => it.label === "include")?.command?.command, commands[0]);
    assert.equal(items.find((it) => it.label === "mx")?.command, undefined);
  }
});
