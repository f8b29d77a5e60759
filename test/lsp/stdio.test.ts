import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, before, type TestContext, test } from "node:test";
import type { Diagnostic, InitializeResult } from "vscode-languageserver/node";
import { LineIndex, type Position } from "../../server/src/core/text/span.ts";
import { randomFrom } from "../support/randomFrom.ts";
import { bundle, startServer } from "./support/process.ts";

let program: Awaited<ReturnType<typeof bundle>>;
before(async () => {
  program = await bundle("server/src/lsp/node.ts");
});
after(() => program.remove());

const URI = "file:///work/example.com.zone";
const PULLING = { textDocument: { diagnostic: {} } };

async function start(t: TestContext, capabilities: object) {
  const server = startServer(t, program.file);
  const { client } = server;
  const result = await client.sendRequest<InitializeResult>("initialize", {
    processId: process.pid,
    rootUri: "file:///work",
    capabilities,
    initializationOptions: { settings: { holdBackMs: 0 } },
  });
  await client.sendNotification("initialized", {});
  const open = (text: string, uri = URI) =>
    client.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "dns-zone", version: 1, text },
    });
  const pull = async (uri = URI) =>
    (await client.sendRequest<{ items: Diagnostic[] }>("textDocument/diagnostic", { textDocument: { uri } })).items;
  return { ...server, result, open, pull };
}

test("initialize, open, change, diagnose, hover, fix, shutdown, exit", async (t) => {
  const { client, result, open, pull, exitCode } = await start(t, PULLING);
  assert.deepEqual([result.serverInfo?.name, result.capabilities.positionEncoding], ["mailconfig", "utf-16"]);
  await open('a.example.com. 3600 TXT "v=spf1 +al"\n');
  assert.ok((await pull()).some((it) => it.code === "spf/unknown-mechanism"));
  const end = { line: 0, character: 35 };
  const contentChanges = [{ range: { start: end, end }, text: "l" }];
  await client.sendNotification("textDocument/didChange", { textDocument: { uri: URI, version: 2 }, contentChanges });
  const [diagnostic] = await pull();
  assert.equal(diagnostic?.code, "spf/pass-all");
  const textDocument = { uri: URI };
  const hover = await client.sendRequest<{ contents: { value: string } }>("textDocument/hover", {
    textDocument,
    position: end,
  });
  assert.match(hover.contents.value, /^\*\*`\+all`\*\*/);
  const range = diagnostic.range;
  const actions = await client.sendRequest<
    { title: string; edit: { changes: Record<string, { newText: string }[]> } }[]
  >("textDocument/codeAction", { textDocument, range, context: { diagnostics: [diagnostic] } });
  assert.equal(actions[0]?.edit.changes[URI]?.[0]?.newText, "-all");
  assert.equal(await client.sendRequest("shutdown"), null);
  await client.sendNotification("exit");
  assert.equal(await exitCode, 0);
});

test("exit without shutdown ends with 1, and so does a client that goes away", async (t) => {
  const first = await start(t, {});
  await first.client.sendNotification("exit");
  assert.equal(await first.exitCode, 1);
  const second = await start(t, {});
  second.child.stdin.end();
  assert.equal(await second.exitCode, 1);
});

test("without a transport it says how it is started", () => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [program.file], { encoding: "utf8" });
  assert.deepEqual([status, stdout], [2, ""]);
  assert.match(stderr, /--stdio/);
  assert.match(
    spawnSync(process.execPath, [program.file, "--version"], { encoding: "utf8" }).stdout,
    /^\d+\.\d+\.\d+\n$/,
  );
});

test("a client that cannot pull is sent diagnostics; one that can is sent none", async (t) => {
  const pushing = await start(t, {});
  const pushed = new Promise<{ version: number; diagnostics: Diagnostic[] }>((resolve) =>
    pushing.client.onNotification("textDocument/publishDiagnostics", resolve),
  );
  await pushing.open('a.example.com. 3600 TXT "v=spf1 +all"\n');
  const { version, diagnostics } = await pushed;
  assert.deepEqual([version, diagnostics.map((it) => it.code)], [1, ["spf/pass-all"]]);
  const pulling = await start(t, PULLING);
  pulling.client.onNotification("textDocument/publishDiagnostics", () => assert.fail("pushed"));
  await pulling.open('a.example.com. 3600 TXT "v=spf1 +all"\n');
  assert.equal((await pulling.pull()).length, 1);
});

const PIECES = [
  '"',
  "(",
  ")",
  ";",
  "\n",
  "\r\n",
  " ",
  "@",
  "$ORIGIN sub.example.com.\n",
  "$TTL 60\n",
  "a",
  "mail",
  " IN A 192.0.2.1\n",
  "  MX 10 mail\n",
  '@ TXT "v=spf1 +all"\n',
  '_dmarc TXT "v=DMARC1; p=none"\n',
  "\\",
  "é",
  "😀",
  "\t",
  ".",
  "x CNAME y\n",
  "-all",
  "+all",
  "3600",
];

test("thousands of random edits leave what a fresh document has", async (t) => {
  const { client, open, pull } = await start(t, PULLING);
  let text =
    '$TTL 3600\n@ IN SOA ns1 hostmaster 1 7200 900 1209600 3600\n@ NS ns1\nns1 A 192.0.2.1\n@ TXT "v=spf1 mx -all"\n';
  await open(text);
  const random = randomFrom(20261124);
  const fresh = "file:///work/fresh/example.com.zone";
  for (let version = 2; version <= 3002; version++) {
    const start = random(text.length + 1);
    const isLong = random(20) === 0;
    const end = Math.min(text.length, random(3) === 0 ? start + random(isLong ? 200 : 4) : start);
    const piece = random(4) === 0 && text.length > 200 ? "" : (PIECES[random(PIECES.length)] ?? "");
    const lines = new LineIndex(text);
    const range = { start: lines.positionAt(start), end: lines.positionAt(end) };
    if (isSplit(text, range.start, start) || isSplit(text, range.end, end)) continue;
    text = text.slice(0, start) + piece + text.slice(end);
    if (text.length > 4000) text = await cut(text, version);
    else {
      const contentChanges = [{ range, text: piece }];
      await client.sendNotification("textDocument/didChange", { textDocument: { uri: URI, version }, contentChanges });
    }
    if (version % 100 !== 2) continue;
    const incremental = await pull();
    await open(text, fresh);
    assert.deepEqual(shown(incremental), shown(await pull(fresh)), `version ${version}: ${JSON.stringify(text)}`);
    await client.sendNotification("textDocument/didClose", { textDocument: { uri: fresh } });
  }

  async function cut(whole: string, version: number): Promise<string> {
    const rest = whole.slice(0, 1000);
    await client.sendNotification("textDocument/didChange", {
      textDocument: { uri: URI, version },
      contentChanges: [{ text: rest }],
    });
    return rest;
  }
});

/** Inside a surrogate pair or a CRLF no client edits. */
function isSplit(text: string, _position: Position, at: number): boolean {
  return /^[\udc00-\udfff]/.test(text.slice(at)) || (text[at - 1] === "\r" && text[at] === "\n");
}

function shown(diagnostics: readonly Diagnostic[]): readonly unknown[] {
  return diagnostics.map(({ code, range, message, severity }) => [code, range, message, severity]);
}
