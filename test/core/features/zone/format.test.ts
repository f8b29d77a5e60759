import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { createEngine } from "../../../../server/src/core/engine/engine.ts";
import { formatZone } from "../../../../server/src/core/features/zone/format.ts";
import type { ZoneSource } from "../../../../server/src/core/index.ts";
import type { Range } from "../../../../server/src/core/text/span.ts";
import { memoryHost } from "../../../support/memoryHost.ts";

function open(content: string | Uint8Array): ZoneSource {
  const source = createEngine(memoryHost(), []).open("zone", "zone", content);
  assert.ok(source.kind === "zone");
  return source;
}

/** Applies the edits from the end on, as an editor does. */
function formatted(content: string | Uint8Array, range?: Range): ZoneSource {
  const source = open(content);
  const edits = [...formatZone(source, range)].reverse();
  for (const it of edits) source.edit(it.range, it.newText);
  return source;
}

function bytesOf(source: ZoneSource): Uint8Array {
  assert.ok("bytes" in source && typeof source.bytes === "function");
  return source.bytes();
}

/** All that a reader makes of a zone, comments included. */
function meaningOf(source: ZoneSource): readonly unknown[] {
  const meaning: unknown[] = [];
  for (const it of source.entries()) {
    const comments = it.comments.map((at) => it.text.slice(at.start, at.end));
    const issues = it.issues.map(({ code, detail }) => [code, detail]);
    const rest =
      it.kind === "directive"
        ? [it.name, it.args.map((arg) => arg.text)]
        : [it.owner, it.ttl, it.classField?.text, it.type, it.fields.map((field) => [field.text, field.target])];
    meaning.push([it.kind, it.origin, ...rest, comments, issues, it.text.split("\n").length]);
  }
  return meaning;
}

/** Everything but the blanks outside quotes: what no formatter may touch. */
function withoutBlanks(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(/[ \t]+/g, " ")
    .replace(/^ (?=[;\r\n])/gm, " ");
}

function expectSameMeaning(content: string | Uint8Array): void {
  const before = open(content);
  const after = formatted(content);
  const bytes = bytesOf(after);
  assert.equal(withoutBlanks(bytes), withoutBlanks(bytesOf(before)));
  assert.deepEqual(meaningOf(after), meaningOf(before));
  assert.deepEqual(meaningOf(open(bytes)), meaningOf(before));
  assert.deepEqual(formatZone(open(bytes)), [], "a second time changes nothing");
}

const TABLE: readonly (readonly [what: string, before: string, after: string])[] = [
  [
    "columns line up",
    "@ IN SOA ns h 1 2 3 4 5\nwww 3600 IN A 192.0.2.1\nlonger IN\tAAAA   2001:db8::1\n",
    "@           IN SOA  ns h 1 2 3 4 5\nwww    3600 IN A    192.0.2.1\nlonger      IN AAAA 2001:db8::1\n",
  ],
  [
    "inherited owners stand under the last one",
    'mail\tA 192.0.2.1\n A 192.0.2.2\n\tTXT  "a  b"   ; why\n',
    'mail A   192.0.2.1\n     A   192.0.2.2\n     TXT "a  b"   ; why\n',
  ],
  [
    "blocks have columns of their own",
    "a A 192.0.2.1\n; a comment  ends  none\nbbb A 192.0.2.1\n\nlongest A 192.0.2.1\n$TTL   3600\nc  A 192.0.2.1\n",
    "a   A 192.0.2.1\n; a comment  ends  none\nbbb A 192.0.2.1\n\nlongest A 192.0.2.1\n$TTL   3600\nc A 192.0.2.1\n",
  ],
  [
    "parentheses and what follows them stay",
    "@  SOA  ns h (\n   1 ; serial\n  2   3 4 5 )\nwww  (  A 192.0.2.1 )\nm MX ( 10\n mail )\n",
    "@ SOA ns h (\n   1 ; serial\n  2   3 4 5 )\nwww  (  A 192.0.2.1 )\nm MX  ( 10\n mail )\n",
  ],
  [
    "the order of TTL and class stays",
    "a IN 3600 A 192.0.2.1\nbb IN A 192.0.2.1\nc 60 A 192.0.2.1\n",
    "a  IN 3600 A 192.0.2.1\nbb IN      A 192.0.2.1\nc     60   A 192.0.2.1\n",
  ],
  [
    "both orders share a column",
    "a IN  3600 A 192.0.2.1\nbb 60  IN A 192.0.2.1\n",
    "a  IN 3600 A 192.0.2.1\nbb 60 IN   A 192.0.2.1\n",
  ],
  [
    "a very long owner pushes nobody",
    `a  A 192.0.2.1\n${"x".repeat(50)}   A   192.0.2.1\n`,
    `a A 192.0.2.1\n${"x".repeat(50)} A 192.0.2.1\n`,
  ],
  ["a block of inherited owners keeps its indent", "\tA  192.0.2.1\n  MX 1 a\n", "  A  192.0.2.1\n  MX 1 a\n"],
  [
    "templates and broken records stay",
    "{{ a }}   A 192.0.2.1\nb   FOO   x\nc   3600\n",
    "{{ a }}   A 192.0.2.1\nb   FOO   x\nc   3600\n",
  ],
  ["CRLF stays", "a   A 192.0.2.1\r\n\r\nbb\tA 192.0.2.1\r\n", "a A 192.0.2.1\r\n\r\nbb A 192.0.2.1\r\n"],
  ["escaped blanks stay", "a\\  A 192.0.2.1\nb   TXT x\\  \n", "a\\  A   192.0.2.1\nb   TXT x\\  \n"],
];

for (const [what, before, after] of TABLE) {
  test(`formatting: ${what}`, () => {
    assert.equal(formatted(before).text(), after);
    expectSameMeaning(before);
  });
}

test("some lines are formatted to the columns of their whole block", () => {
  const text = "a A 192.0.2.1\nb   A 192.0.2.1\nlonger A 192.0.2.1\n\nc   A 192.0.2.1\n";
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } };
  assert.equal(formatted(text, range).text(), text.replace("b   A", "b      A"));
});

test("a zone that is too long is left alone", () => {
  assert.deepEqual(formatZone(open("a   A 192.0.2.1\n".repeat(50_001))), []);
});

const CORPORA = "test/corpora";
for (const corpus of readdirSync(CORPORA)) {
  const folder = `${CORPORA}/${corpus}/zones`;
  const files = corpus.includes(".") || !readdirSync(`${CORPORA}/${corpus}`).includes("zones") ? [] : filesIn(folder);
  if (files.length === 0) continue;
  test(`formatting keeps the meaning of the ${files.length} zones of ${corpus}`, () => {
    for (const file of files) {
      try {
        expectSameMeaning(new Uint8Array(readFileSync(file)));
      } catch (error) {
        throw new Error(file, { cause: error });
      }
    }
  });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: "utf8" })
    .filter((it) => it.isFile())
    .map((it) => `${it.parentPath}/${it.name}`);
}

test("formatting keeps the meaning of every record of miekg-dns", () => {
  const lines = readFileSync(`${CORPORA}/miekg-dns/records.jsonl`, "utf8").split("\n");
  const texts = lines
    .filter((it) => it !== "")
    .flatMap((it) => Object.values(JSON.parse(it) as Record<string, unknown>));
  for (const text of texts) if (typeof text === "string") expectSameMeaning(`${text}\n`);
});

test("formatting keeps the meaning of any zone", () => {
  const blank = fc.constantFrom(" ", "  ", "\t", " \t ");
  const word = fc.constantFrom(
    "@",
    "a",
    "mail.example.com.",
    "x\\ y",
    "3600",
    "1h",
    "IN",
    "CH",
    "A",
    "MX",
    "TXT",
    "SOA",
    "10",
    "192.0.2.1",
    "mail",
    '"a  b"',
    '"',
    "(",
    ")",
    "; c  d",
    "$ORIGIN",
    "$TTL",
    "{{ x }}",
    "é",
    "😀",
    "\\",
    '\\"',
    "CLASS1",
    "TYPE65280",
    "\\# 0",
    "FOO",
  );
  const end = fc.constantFrom("\n", "\n", "\n", "\r\n", "\r", "\n\n", " \n");
  const record = fc
    .tuple(
      fc.constantFrom("a", "", "longer.name", "@"),
      blank,
      fc.constantFrom("", "60 ", "IN  ", "60\tIN ", "IN 60 "),
      blank,
    )
    .map(([owner, one, middle, two]) => `${owner}${one}${middle}A${two}192.0.2.1\n`);
  const piece = fc.oneof(
    { weight: 3, arbitrary: word },
    { weight: 3, arbitrary: blank },
    { weight: 2, arbitrary: end },
    record,
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => expectSameMeaning(pieces.join(""))),
    { numRuns: 500 },
  );
});
