import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createEngine } from "../../../../server/src/core/engine/engine.ts";
import { type SemanticToken, semanticTokensOf } from "../../../../server/src/core/features/zone/semanticTokens.ts";
import { memoryHost } from "../../../support/memoryHost.ts";
import { tokenize } from "../../../support/tokenize.ts";

const HEAD = "$ORIGIN example.com.\n";

function tokensOf(text: string, from = 0, to = 10_000): readonly SemanticToken[] {
  const source = createEngine(memoryHost()).open("zone", "zone", text);
  assert.ok(source.kind === "zone");
  return semanticTokensOf(source, { start: { line: from, character: 0 }, end: { line: to, character: 0 } });
}

/** The words of the marked lines as `text = kind`. */
function words(text: string): readonly string[] {
  const lines = (HEAD + text).split(/\r\n|\n/);
  return tokensOf(HEAD + text)
    .filter((it) => it.line > 0)
    .map(({ line, character, length, kind }) => `${lines[line]?.slice(character, character + length)} = ${kind}`);
}

const ROWS: readonly (readonly [text: string, expected: readonly string[]])[] = [
  ["mail 3600 IN A 192.0.2.1", ["mail = owner", "3600 = ttl", "IN = class", "A = type", "192.0.2.1 = address"]],
  ["mail IN 1h AAAA 2001:db8::1", ["mail = owner", "IN = class", "1h = ttl", "AAAA = type", "2001:db8::1 = address"]],
  ["  MX 10 mail", ["MX = type", "10 = number", "mail = name"]],
  // What a grammar that reads line by line takes for a class, a TTL, a type
  ["in IN A 192.0.2.1", ["in = owner", "IN = class", "A = type", "192.0.2.1 = address"]],
  ["3600 A 192.0.2.1", ["3600 = owner", "A = type", "192.0.2.1 = address"]],
  ["a CNAME mx", ["a = owner", "CNAME = type", "mx = name"]],
  // The signs of origin and wildcard keep the grammar's colours
  ["@ NS @", ["NS = type"]],
  ["*.a A 192.0.2.1", [".a = owner", "A = type", "192.0.2.1 = address"]],
  ["x FOO bar", ["x = owner"]],
  ["x TYPE65280 \\# 0", ["x = owner", "TYPE65280 = type"]],
  [
    "@ SOA ns1 h.example.net. (\n 2026010101 ; serial\n 2h 900 1209600 300 )",
    [
      "SOA = type",
      "ns1 = name",
      "h.example.net. = name",
      "2026010101 = number",
      "2h = ttl",
      "900 = ttl",
      "1209600 = ttl",
      "300 = ttl",
    ],
  ],
  ['@ CAA 0 issue "ca.example"', ["CAA = type", "0 = number", "issue = tag"]],
  ["a DS 1 ECDSAP256SHA256 2 ABCD", ["a = owner", "DS = type", "1 = number", "ECDSAP256SHA256 = value", "2 = number"]],
  ["a NSEC b A TXT", ["a = owner", "NSEC = type", "b = name", "A = type", "TXT = type"]],
  ["$TTL 3600", ["$TTL = directive", "3600 = ttl"]],
  ["$ORIGIN sub", ["$ORIGIN = directive", "sub = name"]],
  // Policies
  [
    '@ TXT "v=spf1 ip4:192.0.2.0/24 -include:a.example exists:%{i}.a.example ~all"',
    [
      "TXT = type",
      "v=spf1 = version",
      "ip4 = mechanism",
      "192.0.2.0/24 = address",
      "- = qualifier",
      "include = mechanism",
      "exists = mechanism",
      "%{i} = macro",
      "~ = qualifier",
      "all = mechanism",
    ],
  ],
  ['@ TXT "v=spf1 mx redirect=a.example"', ["TXT = type", "v=spf1 = version", "mx = mechanism", "redirect = tag"]],
  // A mechanism that there is not has no colour
  ['@ TXT "v=spf1 ipv4:192.0.2.1 -all"', ["TXT = type", "v=spf1 = version", "- = qualifier", "all = mechanism"]],
  // Over a seam, over escapes, over lines
  [
    '@ TXT ( "v=spf1 inc"\n "lude:a.example \\045a" "ll" )',
    [
      "TXT = type",
      "v=spf1 = version",
      "inc = mechanism",
      "lude = mechanism",
      "\\045 = qualifier",
      "a = mechanism",
      "ll = mechanism",
    ],
  ],
  [
    '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:a@example.com; fo=1:d"',
    [
      "_dmarc = owner",
      "TXT = type",
      "v = tag",
      "DMARC1 = version",
      "p = tag",
      "reject = value",
      "rua = tag",
      "fo = tag",
      "1 = value",
      "d = value",
    ],
  ],
  [
    '_dmarc TXT "v=DMARC1; p=rejected; zz=1"',
    ["_dmarc = owner", "TXT = type", "v = tag", "DMARC1 = version", "p = tag"],
  ],
  ["s._domainkey TXT k=rsa\\;p=AAAA", ["s._domainkey = owner", "TXT = type", "k = tag", "rsa = value", "p = tag"]],
  ['@ TXT "just a text; p=none"', ["TXT = type"]],
];

for (const [text, expected] of ROWS) {
  test(`semantic tokens: ${text}`, () => assert.deepEqual(words(text), expected));
}

test("tokens are made for the lines that were asked for, and no more than a window shows", () => {
  const text = "a A 192.0.2.1\n".repeat(5_000);
  const lines = new Set(tokensOf(text, 100, 120).map((it) => it.line));
  assert.deepEqual([Math.min(...lines), Math.max(...lines)], [100, 120]);
  assert.ok(Math.max(...tokensOf(text).map((it) => it.line)) < 2_500);
});

test("in a record over several lines only those asked for have tokens", () => {
  const text = "@ SOA ns1 h (\n 1\n 2\n 3\n 4\n 5 )\n";
  assert.deepEqual(
    tokensOf(text, 2, 3).map((it) => it.line),
    [2, 3],
  );
});

interface Manifest {
  readonly contributes: {
    readonly semanticTokenScopes: readonly { readonly scopes: Readonly<Record<string, readonly string[]>> }[];
  };
}

/** The scope that the manifest names for each kind: the same words as in `lsp/features/semanticTokens.ts`. */
const SCOPES: Readonly<Record<string, string>> = {
  owner: "entity.name.tag.owner",
  name: "string.unquoted.name",
  type: "storage.type.record",
  class: "storage.modifier.class",
  ttl: "constant.numeric",
  number: "constant.numeric",
  address: "constant.numeric",
  directive: "keyword.control",
  version: "keyword.control",
  value: "constant.language.value",
  mechanism: "support.function.mechanism",
  qualifier: "keyword.operator.qualifier",
  macro: "variable.other.macro",
  tag: "entity.other.attribute-name",
};

test("where the grammar is right, the tokens have its scopes", async () => {
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
  const contributed = Object.values(manifest.contributes.semanticTokenScopes[0]?.scopes ?? {}).flat();
  for (const scope of new Set(Object.values(SCOPES))) {
    assert.ok(
      contributed.some((it) => it.startsWith(scope)),
      `${scope} is not in the manifest`,
    );
  }
  for (const file of ["workspace", "office", "postfix", "qiye", "parked"]) {
    const text = readFileSync(`examples/good/${file}.example.zone`, "utf8");
    const lines = text.split("\n");
    const tokenized = (await tokenize("source.dns-zone", text)).map((tokens, line) => {
      let end = 0;
      return tokens.map(({ text: it, scopes }) => {
        end = (lines[line]?.indexOf(it, end) ?? 0) + it.length;
        return { end, scope: scopes.join(" ") };
      });
    });
    for (const { line, character, kind } of tokensOf(text)) {
      const found = tokenized[line]?.find((it) => it.end > character)?.scope ?? "";
      assert.ok(found.includes(SCOPES[kind] ?? "?"), `${file}:${line + 1}:${character + 1} ${kind} is ${found}`);
    }
  }
});
