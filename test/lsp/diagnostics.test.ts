import assert from "node:assert/strict";
import { test } from "node:test";
import type { DocumentDiagnosticReport } from "vscode-languageserver";
import { memoryHost } from "../support/memoryHost.ts";
import { codesOf, MODERN, openSession, URI } from "./support/session.ts";

const PASS_ALL = 'a.example.com. 3600 TXT "v=spf1 +all"\n';
const FINE = 'a.example.com. 3600 TXT "v=spf1 -all"\n';
const NOW = { holdBackMs: 0 };

test("a client that pulls gets diagnostics with line and character, and nothing is pushed", async (t) => {
  const { capabilities, open, pull, pushed } = await openSession(t, { settings: NOW });
  await open(PASS_ALL);
  const [diagnostic] = await pull();
  assert.equal(diagnostic?.code, "spf/pass-all");
  assert.equal(diagnostic?.severity, 1);
  assert.equal(diagnostic?.source, "mailconfig");
  assert.deepEqual(diagnostic?.range, { start: { line: 0, character: 32 }, end: { line: 0, character: 36 } });
  assert.deepEqual(capabilities.diagnosticProvider, {
    identifier: "mailconfig",
    interFileDependencies: true,
    workspaceDiagnostics: false,
  });
  assert.equal(pushed.size, 0);
});

test("a client that cannot pull is sent them with the version, and no pull is offered", async (t) => {
  const { capabilities, open, change, pushed, notify } = await openSession(t, { capabilities: {}, settings: NOW });
  assert.equal(capabilities.diagnosticProvider, undefined);
  await open(PASS_ALL);
  const first = await pushed.next();
  assert.deepEqual([first.uri, first.version, codesOf(first.diagnostics)], [URI, 1, ["spf/pass-all"]]);
  await change(2, 0, 33, "a");
  const second = await pushed.next((it) => it.version === 2);
  assert.deepEqual(codesOf(second.diagnostics), ["spf/unknown-mechanism"]);
  await notify("textDocument/didClose", { textDocument: { uri: URI } });
  assert.deepEqual((await pushed.next((it) => it.version === undefined)).diagnostics, []);
});

test("a client that pulls is not sent again what it has", async (t) => {
  let rules = {};
  const { open, change, request, notify } = await openSession(t, {
    capabilities: { ...MODERN, workspace: { configuration: true, diagnostics: { refreshSupport: true } } },
    configuration: () => ({ rules, holdBackMs: 0 }),
  });
  let previousResultId: string | undefined;
  const pull = async (): Promise<unknown> => {
    const params = { textDocument: { uri: URI }, ...(previousResultId !== undefined && { previousResultId }) };
    const report = await request<DocumentDiagnosticReport>("textDocument/diagnostic", params);
    previousResultId = report.resultId;
    return report.kind === "unchanged" ? "unchanged" : codesOf(report.items);
  };
  await open(`b${FINE.slice(1)}${PASS_ALL}; a comment\n`);
  assert.deepEqual(await pull(), ["spf/pass-all"]);
  await change(2, 2, 9, "!");
  assert.equal(await pull(), "unchanged");
  await change(3, 0, 32, "ipv4:192.0.2.1 ");
  assert.deepEqual(await pull(), ["spf/unknown-mechanism", "spf/pass-all"]);
  // In a line with a finding an editor may have moved what it drew, whatever the finding says.
  await change(4, 1, 46, " ; note");
  assert.deepEqual(await pull(), ["spf/unknown-mechanism", "spf/pass-all"]);
  await change(5, 2, 0, "\n");
  assert.deepEqual(await pull(), ["spf/unknown-mechanism", "spf/pass-all"]);
  assert.equal(await pull(), "unchanged");
  previousResultId = "another's";
  assert.deepEqual(await pull(), ["spf/unknown-mechanism", "spf/pass-all"]);
  rules = { "spf/pass-all": "hint" };
  await notify("workspace/didChangeConfiguration", { settings: null });
  assert.deepEqual(await pull(), ["spf/unknown-mechanism", "spf/pass-all"]);
  previousResultId = undefined;
  assert.deepEqual(await pull(), ["spf/unknown-mechanism", "spf/pass-all"]);
});

test("what is found in the entry being typed waits until the typing pauses: push", async (t) => {
  const settings = { holdBackMs: 30 };
  const { open, change, pushed } = await openSession(t, { capabilities: {}, settings });
  await open(`${PASS_ALL}b 3600 TXT "other"\n`);
  assert.deepEqual(codesOf((await pushed.next()).diagnostics), ["spf/pass-all"]);
  await change(2, 0, 32, "a ipv4:192.0.2.1 ");
  const atOnce = await pushed.next((it) => it.version === 2);
  assert.deepEqual(codesOf(atOnce.diagnostics), ["spf/pass-all"]);
  const later = await pushed.next((it) => it.version === 2);
  assert.ok(codesOf(later.diagnostics).includes("spf/unknown-mechanism"));
});

test("what is found in the entry being typed waits until the typing pauses: pull, then refresh", async (t) => {
  const { open, change, pull, refreshed } = await openSession(t, { settings: { holdBackMs: 30 } });
  await open(FINE);
  assert.deepEqual(codesOf(await pull()), []);
  await change(2, 0, 32, "ipv4:192.0.2.1 ");
  assert.deepEqual(codesOf(await pull()), []);
  await refreshed.next();
  assert.deepEqual(codesOf(await pull()), ["spf/unknown-mechanism"]);
});

test("a client that cannot refresh is not kept waiting", async (t) => {
  const capabilities = { textDocument: { diagnostic: {} } };
  const { open, change, pull } = await openSession(t, { capabilities, settings: { holdBackMs: 60_000 } });
  await open(FINE);
  await change(2, 0, 32, "ipv4:192.0.2.1 ");
  assert.deepEqual(codesOf(await pull()), ["spf/unknown-mechanism"]);
});

test("settings are asked for, followed and checked", async (t) => {
  let rules: unknown = { "spf/pass-all": "hint" };
  const workspace = { configuration: true, diagnostics: { refreshSupport: true } };
  const { open, pull, notify, refreshed } = await openSession(t, {
    capabilities: { ...MODERN, workspace },
    configuration: () => ({ rules, holdBackMs: "soon", extraTypes: [1, "foo"] }),
  });
  await open(`${PASS_ALL}x 3600 FOO bar\n`);
  const [hint, ...others] = await pull();
  assert.deepEqual([hint?.severity, hint?.tags, others], [4, undefined, []], "what is needed is not shown faded");
  rules = { "spf/*": "off", "zone/syntax": "loud" };
  await notify("workspace/didChangeConfiguration", { settings: null });
  await refreshed.next();
  assert.deepEqual(await pull(), []);
});

test("a client without workspace/configuration sends its settings itself", async (t) => {
  const { open, pull, notify } = await openSession(t, { settings: { rules: { "spf/pass-all": "off" } } });
  await open(PASS_ALL);
  assert.deepEqual(await pull(), []);
  await notify("workspace/didChangeConfiguration", { settings: { mailconfig: { rules: { "spf/*": "info" } } } });
  assert.equal((await pull())[0]?.severity, 3);
});

test("findings of included files go to those files", async (t) => {
  const host = memoryHost({ files: { "spf.inc": PASS_ALL } });
  const text = "$ORIGIN example.com.\n$INCLUDE spf.inc\n";
  const pulling = await openSession(t, { settings: NOW, host });
  await pulling.open(text);
  const report = await pulling.request<{ items: unknown[]; relatedDocuments: Record<string, { items: unknown[] }> }>(
    "textDocument/diagnostic",
    { textDocument: { uri: URI } },
  );
  assert.equal(report.items.length, 0);
  assert.deepEqual(Object.keys(report.relatedDocuments), ["spf.inc"]);
  const pushing = await openSession(t, { capabilities: {}, settings: NOW, host });
  await pushing.open(text);
  const included = await pushing.pushed.next((it) => it.uri === "spf.inc");
  assert.deepEqual(codesOf(included.diagnostics), ["spf/pass-all"]);
  await pushing.notify("textDocument/didClose", { textDocument: { uri: URI } });
  const cleared = await pushing.pushed.next((it) => it.uri === "spf.inc");
  assert.deepEqual(cleared.diagnostics, []);
});

test("messages come in the client's language", async (t) => {
  const { open, pull } = await openSession(t, { settings: NOW, locale: "zh-cn" });
  await open(PASS_ALL);
  assert.match(String((await pull())[0]?.message), /\p{Script=Han}/u);
});

test("a huge number of findings is cut, and one says so", async (t) => {
  const { open, pull } = await openSession(t, { settings: NOW });
  await open(
    `$ORIGIN example.com.\n${'a 3600 TXT "v=spf1 +all"\n'.repeat(1)}${Array.from({ length: 1500 }, (_, n) => `n${n} 3600 A 1.2.3\n`).join("")}`,
  );
  const count = (await pull()).length;
  assert.ok(count >= 1000 && count <= 1001, String(count));
});

test("YAML of another name is none of ours, and of ours it is", async (t) => {
  const { open, pull } = await openSession(t, { settings: NOW });
  await open("a: [", "file:///work/other.yaml", "yaml");
  assert.deepEqual(await pull("file:///work/other.yaml"), []);
  await open("accounts: [", "file:///work/.mailconfig.yaml", "yaml");
  assert.ok((await pull("file:///work/.mailconfig.yaml")).length > 0);
  assert.deepEqual(await pull("file:///work/never-opened.zone"), []);
});

test("other editors' words for zone files are known, and else the file's name tells", async (t) => {
  const { open, pull } = await openSession(t, { settings: NOW });
  const wrong = "www.example.com. 3600 IN A 192.0.2";
  const rows = [
    ["file:///work/named", "bindzone", 1],
    ["file:///work/example.com.zone", "dns", 1],
    ["file:///work/zones/db.example.com", "plaintext", 1],
    ["file:///work/notes.txt", "plaintext", 0],
  ] as const;
  for (const [uri, language, count] of rows) {
    await open(wrong, uri, language);
    assert.equal((await pull(uri)).filter(({ code }) => code === "zone/invalid-rdata").length, count, uri);
  }
});

test("a fault inside answers empty and logs no secret", async (t) => {
  const host = memoryHost({});
  const broken = {
    ...host,
    now: () => assert.fail("at smtp://me:hunter2@example.com"),
    readFile: () => assert.fail("password: hunter2"),
  };
  const { open, pull, logged } = await openSession(t, { settings: NOW, host: broken });
  await open('$ORIGIN example.com.\n$INCLUDE a.inc\n@ 3600 TXT "v=spf1 +all"\n');
  await pull();
  assert.doesNotMatch((await logged.next()).message, /hunter2/);
});

test("a serial that was not raised since the last commit", async (t) => {
  const zone = `$TTL 3600\n@ SOA ns1 hostmaster 1 7200 900 1209600 3600\n@ NS ns1\n@ NS ns2\nns1 A 198.51.99.1\nns2 A 198.51.99.2\n@ MX 0 .\n@ TXT "v=spf1 -all"\n_dmarc TXT "v=DMARC1; p=reject"\n`;
  const host = memoryHost({ committed: { [URI]: zone } });
  const { open, pull, change } = await openSession(t, { settings: { holdBackMs: 0 }, host });
  await open(zone);
  assert.deepEqual(codesOf(await pull()), []);
  await change(2, 4, 0, "www A 198.51.99.3\n");
  assert.deepEqual(codesOf(await pull()), ["zone/serial-not-raised"]);
  await change(3, 1, 22, "1");
  assert.deepEqual(codesOf(await pull()), []);
});

test("what could be left out is shown faded", async (t) => {
  const { open, pull } = await openSession(t, { settings: { holdBackMs: 0 } });
  await open('$TTL 1h\n@ TXT "v=spf1 -all mx"\n');
  const found = (await pull()).find((it) => it.code === "spf/unreachable-term");
  assert.deepEqual(found?.tags, [1]);
});
