import assert from "node:assert/strict";
import { test } from "node:test";
import type { CodeAction, CompletionItem, Hover } from "vscode-languageserver/node";
import { codesOf, openSession, URI } from "./support/session.ts";

const POLICY = "file:///www/mta-sts.example.com/.well-known/mta-sts.txt";
const TEXT = "version: STSv1\nmode: enforce\nmx: mx1.example.com\nmax_age: 604800\n";
const ZONE = "$ORIGIN example.com.\n@ SOA ns1 h 1 7200 3600 1209600 3600\n@ MX 10 mx1\n";

test("a policy file has diagnostics, hover, completion and fixes", async (t) => {
  const { open, pull, request } = await openSession(t, { settings: { holdBackMs: 0 } });
  await open(TEXT.replace("enforce", "enforced"), POLICY, "mta-sts-policy");
  assert.deepEqual(codesOf(await pull(POLICY)), ["mta-sts/policy-mode"]);
  const textDocument = { uri: POLICY };
  const position = { line: 1, character: 6 };
  const items = await request<CompletionItem[]>("textDocument/completion", { textDocument, position });
  assert.deepEqual(
    items.map(({ label }) => label),
    ["enforce", "testing", "none"],
  );
  const hover = await request<Hover>("textDocument/hover", { textDocument, position: { line: 3, character: 1 } });
  assert.match(JSON.stringify(hover.contents), /`max_age`/);
  const actions = await request<CodeAction[]>("textDocument/codeAction", {
    textDocument,
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
  assert.deepEqual(
    actions.map(({ title }) => title),
    ["Write `enforce`"],
  );
});

test("an edit of the zone asks the client to look at the policy file again", async (t) => {
  const { open, pull, change, refreshed } = await openSession(t, { settings: { holdBackMs: 0 } });
  await open(ZONE);
  await open(TEXT, POLICY, "mta-sts-policy");
  assert.deepEqual(await pull(POLICY), []);
  await change(2, 3, 0, "@ MX 20 mx2\n", URI);
  await refreshed.next();
  const [diagnostic] = await pull(POLICY);
  assert.equal(diagnostic?.code, "mta-sts/policy-uncovered-mx");
  assert.deepEqual(
    diagnostic?.relatedInformation?.map(({ location }) => location.uri),
    [URI],
  );
});

test("a client that cannot pull is told", async (t) => {
  const { open, pushed } = await openSession(t, { capabilities: {}, settings: { holdBackMs: 0 } });
  await open("version: STSv1\n", POLICY, "mta-sts-policy");
  const { diagnostics } = await pushed.next();
  assert.deepEqual(codesOf(diagnostics), ["mta-sts/policy-mode"]);
});
