import assert from "node:assert/strict";
import { test } from "node:test";
import type { CodeLens, InlayHint, Location, TextEdit, WorkspaceEdit } from "vscode-languageserver/node";
import { openSession, URI } from "./support/session.ts";

const NOW = { holdBackMs: 0 };
const DOCUMENT = { textDocument: { uri: URI } };

test("zones have lenses above their policies and hints for the visible lines", async (t) => {
  const session = await openSession(t, { settings: NOW });
  await session.open('$TTL 3600\n_dmarc TXT "v=DMARC1; p=reject"\n');
  const lenses = await session.request<CodeLens[]>("textDocument/codeLens", DOCUMENT);
  assert.deepEqual(
    lenses.map((it) => [it.range.start.line, it.command]),
    [[1, { title: "failing mail is refused", command: "" }]],
  );
  const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
  const hints = await session.request<InlayHint[]>("textDocument/inlayHint", { ...DOCUMENT, range });
  assert.deepEqual(hints, [{ position: { line: 0, character: 9 }, label: "1 hour", paddingLeft: true }]);
});

test("names have definitions and references, and are renamed", async (t) => {
  const session = await openSession(t, { settings: NOW });
  await session.open(
    "$TTL 3600\n@ SOA ns.example.com. h.example.com. 1 7200 900 1209600 300\n@ NS ns\nns A 192.0.2.1\n",
  );
  const at = { ...DOCUMENT, position: { line: 2, character: 6 } };
  const found = await session.request<Location[]>("textDocument/definition", at);
  assert.deepEqual(
    found.map((it) => [it.uri, it.range.start.line]),
    [[URI, 3]],
  );
  const references = { ...at, context: { includeDeclaration: true } };
  const places = await session.request<Location[]>("textDocument/references", references);
  assert.deepEqual(
    places.map((it) => it.range.start.line),
    [1, 2, 3],
  );
  assert.deepEqual(await session.request("textDocument/prepareRename", at), {
    range: { start: { line: 2, character: 5 }, end: { line: 2, character: 7 } },
    placeholder: "ns",
  });
  const edit = await session.request<WorkspaceEdit>("textDocument/rename", { ...at, newName: "dns1" });
  const [change] = edit.documentChanges ?? [];
  assert.ok(change && "edits" in change);
  assert.deepEqual(
    change.edits.map((it) => "newText" in it && it.newText),
    ["dns1.example.com.", "dns1", "dns1"],
  );
  await assert.rejects(session.request("textDocument/rename", { ...at, newName: "a b" }), /is no name/);
});

test("zones are formatted, whole or some lines", async (t) => {
  const session = await openSession(t, { settings: NOW });
  await session.open("a   A 192.0.2.1\nbb   A 192.0.2.1\n");
  const options = { tabSize: 2, insertSpaces: true };
  const edits = await session.request<TextEdit[]>("textDocument/formatting", { ...DOCUMENT, options });
  assert.deepEqual(
    edits.map((it) => [it.range.start, it.newText]),
    [
      [{ line: 0, character: 1 }, "  "],
      [{ line: 1, character: 2 }, " "],
    ],
  );
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 9 } };
  const some = await session.request<TextEdit[]>("textDocument/rangeFormatting", { ...DOCUMENT, options, range });
  assert.deepEqual(
    some.map((it) => it.range.start.line),
    [1],
  );
});
