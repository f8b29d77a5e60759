import assert from "node:assert/strict";
import { test } from "node:test";
import type { CodeLens, InlayHint } from "vscode-languageserver/node";
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
