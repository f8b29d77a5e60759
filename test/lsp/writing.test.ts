import assert from "node:assert/strict";
import { test } from "node:test";
import type { CodeAction } from "vscode-languageserver/node";
import type { WriteResult } from "../../server/src/protocol.ts";
import { openSession, URI } from "./support/session.ts";

const ZONE =
  '$TTL 1h\n@ SOA ns.example.net. h.example.net. 2026010101 2h 15m 2w 1h\n@ NS ns.example.net.\n@ TXT "v=spf1 -all"\n';
const DOCUMENT = { textDocument: { uri: URI } };
const TOP = { line: 0, character: 0 };

test("the server tells the zone's name, and what a command would write", async (t) => {
  const session = await openSession(t, {});
  await session.open(ZONE);
  assert.equal(await session.request("mailconfig/zoneName", DOCUMENT), "example.com");
  const wish = { kind: "spf", include: "_spf.google.com" };
  const written = await session.request<WriteResult>("mailconfig/write", { ...DOCUMENT, position: TOP, wish });
  const at = { line: 3, character: 14 };
  assert.deepEqual(written, {
    kind: "written",
    edits: [{ uri: URI, range: { start: at, end: at }, newText: "include:_spf.google.com " }],
    message: "`example.com` now lets the servers of `_spf.google.com` send; it needs at least 1 of 10 DNS lookups.",
  });
  const dmarc = { kind: "dmarc", policy: "none", reportTo: "" };
  const first = await session.request<WriteResult>("mailconfig/write", { ...DOCUMENT, position: TOP, wish: dmarc });
  assert.ok(first.kind === "written");
  assert.equal(first.edits[0]?.newText, '_dmarc TXT "v=DMARC1; p=none"\n');
  await session.change(2, 4, 0, first.edits[0]?.newText ?? "");
  const second = await session.request<WriteResult>("mailconfig/write", { ...DOCUMENT, position: TOP, wish: dmarc });
  assert.ok(second.kind === "refused");
  assert.deepEqual([second.uri, second.range?.start.line], [URI, 4]);
});

test("what is no zone is not written to", async (t) => {
  const session = await openSession(t, {});
  await session.open("version: 1\n", URI, "mailconfig");
  const params = { ...DOCUMENT, position: TOP, wish: { kind: "serial" } };
  assert.equal((await session.request<WriteResult>("mailconfig/write", params)).kind, "refused");
  assert.equal(await session.request("mailconfig/zoneName", DOCUMENT), "");
});

test("the commands stand in the light bulb where their client has them", async (t) => {
  const zone = `${ZONE}long TXT "${"a".repeat(300)}"\n`;
  const titles = async (commands: readonly string[], line: number, only: readonly string[]) => {
    const session = await openSession(t, { initializationOptions: { commands } });
    await session.open(zone);
    const at = { line, character: 0 };
    const context = { diagnostics: [], only };
    const params = { ...DOCUMENT, range: { start: at, end: at }, context };
    const actions = await session.request<CodeAction[]>("textDocument/codeAction", params);
    return actions.map((it) => [it.kind, it.command?.command ?? it.edit?.documentChanges?.length]);
  };
  const commands = ["mailconfig.addSpf", "mailconfig.addDmarc"];
  const spf = [["refactor.rewrite.addSpf", "mailconfig.addSpf"]];
  assert.deepEqual(await titles(commands, 3, ["refactor"]), spf);
  assert.deepEqual(await titles([], 3, ["refactor"]), []);
  assert.deepEqual(await titles(commands, 2, ["refactor"]), []);
  assert.deepEqual(await titles(commands, 0, ["source.addDmarc"]), [
    ["source.addDmarc.mailconfig", "mailconfig.addDmarc"],
  ]);
  assert.deepEqual(await titles([], 4, ["refactor.rewrite"]), [["refactor.rewrite.splitStrings", 1]]);
});
