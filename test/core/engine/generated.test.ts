import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "../../../server/src/core/engine/engine.ts";
import { LineIndex } from "../../../server/src/core/text/span.ts";
import { mark } from "../../support/marked.ts";
import { memoryHost } from "../../support/memoryHost.ts";

const HEAD = `$TTL 3600
@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600
@ NS ns1.example.net.
@ NS ns2.example.net.
`;
const OPTIONS = {
  severities: { "dmarc/*": "off", "spf/*": "off" },
  extraTypes: [],
  limit: 1000,
  language: "en",
} as const;

function open(text: string, origin = "example.com.") {
  return createEngine(memoryHost()).open("z", "zone", HEAD + text, { origin });
}

/** The text behind the head with the findings marked, and their codes. */
function findingsIn(text: string, origin?: string) {
  const findings = open(text, origin).lint(OPTIONS);
  const lines = new LineIndex(HEAD + text);
  const spans = findings.map(({ range }) => ({
    span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
  }));
  return { marked: mark(HEAD + text, spans).slice(HEAD.length), codes: findings.map(({ code }) => code), findings };
}

for (const text of [
  "$GENERATE 1-9 h$ A 192.0.2.$\n@ MX 10 h1\n@ MX 20 h9\n",
  "$GENERATE 1-62 ${0,3} CNAME ${0,3}.sub\n$GENERATE 1-62 ${0,3}.sub A 192.0.2.$\n",
  '$GENERATE 1-2 h$ 300 IN MX "10 mx$"\n$GENERATE 1-2 mx$ A 192.0.2.$\n',
  "$GENERATE 1-9 h$ A 192.0.2.$ ; a comment\nx CNAME h3\n",
  "; names beyond the bound are not known\n$GENERATE 0-9999 h$ A 192.0.2.1\n@ MX 10 h9998\n@ MX 20 h9997\n",
  "$GENERATE 1-2 h$ A 192.0.2.$\n\tAAAA 2001:db8::1\n",
]) {
  test(`nothing is wrong with ${text}`, () => assert.deepEqual(findingsIn(text).codes, []));
}

for (const [text, ...codes] of [
  ["$GENERATE «1-» h$ A 192.0.2.$", "zone/invalid-directive"],
  ["$GENERATE «9-1» h$ A 192.0.2.$", "zone/invalid-directive"],
  ["$GENERATE 1-9 h«${0,3,z}» A 192.0.2.$", "zone/invalid-directive"],
  ["«$GENERATE» 1-9 h$ A", "zone/invalid-directive"],
  ["$GENERATE 250-260 h$ A «192.0.2.$»", "zone/invalid-rdata"],
  ["$GENERATE 1-2 h$ «AA» 192.0.2.$", "zone/unknown-type"],
  ['$GENERATE 1-2 h$ MX «"mx$"»\n', "zone/missing-rdata"],
  ["$GENERATE 1-2 «h..$» A 192.0.2.$", "zone/invalid-name"],
  ["$GENERATE 1-2 «$.example.org.» A 192.0.2.$", "zone/out-of-zone"],
  ["h3 A 192.0.2.1\n$GENERATE 1-9 h$ «CNAME» www.example.net.", "zone/cname-and-other-data"],
  ["$GENERATE 1-9 h$ A 192.0.2.$\n@ MX 10 «h10»\n@ MX 10 h9\n", "mx/target-missing-address"],
  ["$GENERATE 1-9 h$ CNAME «gone$»", "zone/dangling-cname"],
] as const) {
  test(`the place of ${text}`, () => {
    const { marked, codes: found } = findingsIn(text.replaceAll(/[«»]/g, ""));
    assert.deepEqual([marked, found], [text, codes]);
  });
}

test("nothing of a generated record can be fixed", () => {
  const { findings } = findingsIn(
    "$GENERATE 1-2 h$ MX mx$\nh3 A 192.0.2.3\nh3 A 192.0.2.3\n$GENERATE 3-3 h$ A 192.0.2.$\n",
  );
  const edits = findings.flatMap(({ fixes }) => fixes.flatMap((it) => it.edits.map(({ range }) => range.start.line)));
  assert.ok(findings.length >= 2);
  assert.deepEqual([...new Set(edits)], [6]);
});

test("an edit of a range makes other names", () => {
  const source = open("$GENERATE 1-9 h$ A 192.0.2.$\n@ MX 10 h10\n@ MX 20 h9\n");
  assert.deepEqual(
    source.lint(OPTIONS).map(({ code }) => code),
    ["mx/target-missing-address"],
  );
  const at = { line: 4, character: 13 };
  source.edit({ start: { line: 4, character: 12 }, end: at }, "10");
  assert.deepEqual(source.lint(OPTIONS), []);
  source.edit({ start: { line: 4, character: 0 }, end: { line: 5, character: 0 } }, "");
  assert.deepEqual(
    source.lint(OPTIONS).map(({ code }) => code),
    ["mx/target-missing-address", "mx/target-missing-address"],
  );
});

test("a comment silences what it makes", () => {
  const text = "; mailconfig-disable-next-line zone/invalid-rdata\n$GENERATE 250-260 h$ A 192.0.2.$\n";
  assert.deepEqual(findingsIn(text).codes, []);
});
