import assert from "node:assert/strict";
import { test } from "node:test";
import type {
  CodeAction,
  CodeLens,
  InlayHint,
  Location,
  SemanticTokens,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver/node";
import { MODERN, openSession, URI } from "./support/session.ts";

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

const SOA = "$TTL 3600\n@ SOA ns.example.com. h.example.com. 2026010101 7200 900 1209600 300\n";

test("the serial is raised by a code action on the SOA", async (t) => {
  const session = await openSession(t, { settings: NOW });
  await session.open(SOA);
  const at = { line: 1, character: 0 };
  const params = { ...DOCUMENT, range: { start: at, end: at } };
  const only = { context: { diagnostics: [], only: ["refactor.rewrite"] } };
  const actions = await session.request<CodeAction[]>("textDocument/codeAction", { ...params, ...only });
  assert.deepEqual(
    actions.map((it) => [it.title, it.kind]),
    [["Raise the SOA serial to 2026112401", "refactor.rewrite.raiseSerial"]],
  );
  const change = actions[0]?.edit?.documentChanges?.[0];
  assert.ok(change && "edits" in change);
  assert.deepEqual(change.edits, [
    { range: { start: { line: 1, character: 37 }, end: { line: 1, character: 47 } }, newText: "2026112401" },
  ]);
});

test("the serial is raised on save where the setting says so, and only for a change", async (t) => {
  const session = await openSession(t, { settings: { ...NOW, raiseSerialOnSave: true } });
  const willSave = (reason = 1) =>
    session.request<TextEdit[]>("textDocument/willSaveWaitUntil", { ...DOCUMENT, reason });
  await session.open(SOA);
  assert.deepEqual(await willSave(), [], "nothing changed");
  await session.change(2, 2, 0, "ns A 192.0.2.1\n");
  assert.deepEqual(await willSave(2), [], "saved by the editor itself");
  assert.deepEqual(
    (await willSave()).map((it) => it.newText),
    ["2026112401"],
  );
  await session.notify("textDocument/didSave", DOCUMENT);
  assert.deepEqual(await willSave(), [], "saved");
  await session.change(3, 1, 46, "9");
  assert.deepEqual(await willSave(), [], "raised by hand");
});

test("the serial is left alone on save by default", async (t) => {
  const session = await openSession(t, { settings: NOW });
  await session.open(SOA);
  await session.change(2, 2, 0, "ns A 192.0.2.1\n");
  assert.deepEqual(await session.request("textDocument/willSaveWaitUntil", { ...DOCUMENT, reason: 1 }), []);
});

test("a small zone has semantic tokens as a whole, a large one for the lines on screen", async (t) => {
  const session = await openSession(t, { settings: NOW });
  await session.open("a A 192.0.2.1\nb MX 10 a\n");
  const legend = session.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
  const whole = await session.request<SemanticTokens>("textDocument/semanticTokens/full", DOCUMENT);
  const words = (data: readonly number[]) => data.flatMap((type, index) => (index % 5 === 3 ? [legend[type]] : []));
  assert.deepEqual(words(whole.data), ["variable", "type", "number", "variable", "type", "number", "variable"]);
  assert.deepEqual(whole.data.slice(0, 10), [0, 0, 1, 0, 1, 0, 2, 1, 1, 0], "the owner is a declaration");
  const large = { textDocument: { uri: `${URI}.large` } };
  await session.open("a A 192.0.2.1\n".repeat(3_000), large.textDocument.uri);
  assert.equal(await session.request("textDocument/semanticTokens/full", large), null);
  const range = { start: { line: 2_500, character: 0 }, end: { line: 2_501, character: 0 } };
  const part = await session.request<SemanticTokens>("textDocument/semanticTokens/range", { ...large, range });
  assert.deepEqual([part.data[0], part.data.length], [2_500, 2 * 3 * 5]);
});

test("the kinds of hints are a setting, and a change of it asks for them again", async (t) => {
  const settings = { inlayHints: { names: "off", ttl: false, lookups: false } };
  let given: object = settings;
  const workspace = { configuration: true, inlayHint: { refreshSupport: true } };
  const session = await openSession(t, { capabilities: { ...MODERN, workspace }, configuration: () => given });
  await session.open('$TTL 3600\n@ TXT "v=spf1 -all"\na CNAME b\n');
  const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
  const labels = async () =>
    (await session.request<InlayHint[]>("textDocument/inlayHint", { ...DOCUMENT, range })).map((it) => it.label);
  assert.deepEqual(await labels(), []);
  given = {};
  const asked = session.refreshedHints.next();
  await session.notify("workspace/didChangeConfiguration", { settings: null });
  await asked;
  assert.deepEqual(await labels(), ["1 hour", "0 of 10 DNS lookups", ".example.com."]);
});
