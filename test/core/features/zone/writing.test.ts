import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "../../../../server/src/core/engine/engine.ts";
import { writeIntoZone } from "../../../../server/src/core/features/zone/writing/write.ts";
import type { NotWritten, Writing } from "../../../../server/src/core/features/zone/writing/written.ts";
import type { ZoneSource } from "../../../../server/src/core/index.ts";
import { translator } from "../../../../server/src/core/locale.ts";
import type { ZoneWish } from "../../../../server/src/core/model/zoneWish.ts";
import { LineIndex } from "../../../../server/src/core/text/span.ts";
import { memoryHost } from "../../../support/memoryHost.ts";

const NOW = Date.UTC(2026, 10, 24);
const SPF: ZoneWish = { kind: "spf", include: "_spf.google.com" };
const DMARC: ZoneWish = { kind: "dmarc", policy: "none", reportTo: "dmarc@example.com" };

interface Written {
  readonly text: string;
  readonly answer: Writing | NotWritten;
  readonly source: ZoneSource;
}

/** The text after the wish; a bar shows the cursor, which stands at the beginning without one. */
function write(marked: string, wish: ZoneWish, files: Readonly<Record<string, string>> = {}): Written {
  const at = Math.max(0, marked.indexOf("|"));
  const text = marked.replace("|", "");
  const source = createEngine(memoryHost({ files })).open("zone", "zone", text);
  assert.ok(source.kind === "zone");
  const lines = new LineIndex(text);
  const answer = writeIntoZone(source, lines.positionAt(at), wish, NOW, translator());
  let result = text;
  const edits = "edits" in answer ? [...answer.edits].reverse() : [];
  for (const { path, range, newText } of edits) {
    assert.equal(path, "zone");
    const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
    if (wish.kind !== "serial") assert.equal(start, end, "only insertions");
    result = result.slice(0, start) + newText + result.slice(end);
  }
  return { text: result, answer, source };
}

const SOA = "$ORIGIN example.com.\n@ SOA ns h 1 2h 15m 2w 1h\n";

const SPF_ROWS: readonly (readonly [before: string, after: string])[] = [
  // In the record that there is: behind the last include, before what ends it
  [
    '@ TXT "v=spf1 mx include:a.example ip4:192.0.2.1 -all"',
    '@ TXT "v=spf1 mx include:a.example include:_spf.google.com ip4:192.0.2.1 -all"',
  ],
  ['@ TXT "v=spf1 mx -all"', '@ TXT "v=spf1 mx include:_spf.google.com -all"'],
  ['@ TXT "v=spf1 mx ~all exp=e.example"', '@ TXT "v=spf1 mx include:_spf.google.com ~all exp=e.example"'],
  ['@ TXT "v=spf1 mx redirect=b.example"', '@ TXT "v=spf1 mx include:_spf.google.com redirect=b.example"'],
  ['@ TXT "v=spf1 mx"', '@ TXT "v=spf1 mx include:_spf.google.com"'],
  ['@ TXT "v=spf1"', '@ TXT "v=spf1 include:_spf.google.com"'],
  ["@ TXT v=spf1 ; bare", '@ TXT "v=spf1 include:_spf.google.com" ; bare'],
  // What stands behind `all` is never read
  ['@ TXT "v=spf1 ~all include:a.example"', '@ TXT "v=spf1 include:_spf.google.com ~all include:a.example"'],
  // Over strings, in parentheses
  ['@ TXT ( "v=spf1 mx " ; ours\n  "-all" )', '@ TXT ( "v=spf1 mx include:_spf.google.com " ; ours\n  "-all" )'],
  ['@ TXT "v=spf1 inc" "lude:a.example -all"', '@ TXT "v=spf1 inc" "lude:a.example include:_spf.google.com -all"'],
  // A new record: behind the TXT records of the name, else behind its others, laid out like them
  [
    '@       IN NS  ns\n@       IN TXT "token"\n@       IN MX  10 mail\nmail    IN A   192.0.2.1',
    '@       IN NS  ns\n@       IN TXT "token"\n@       IN TXT "v=spf1 include:_spf.google.com ~all"\n@       IN MX  10 mail\nmail    IN A   192.0.2.1',
  ],
  [
    "@\t3600\tIN\tMX\t10 mail\nmail\t3600\tIN\tA\t192.0.2.1",
    '@\t3600\tIN\tMX\t10 mail\n@\t3600\tIN\tTXT\t"v=spf1 include:_spf.google.com ~all"\nmail\t3600\tIN\tA\t192.0.2.1',
  ],
  [
    "     NS ns\n     MX 10 mail\nmail A 192.0.2.1",
    '     NS ns\n     MX 10 mail\n     TXT "v=spf1 include:_spf.google.com ~all"\nmail A 192.0.2.1',
  ],
  // The cursor tells which name is meant where that takes mail
  [
    '@ TXT "v=spf1 -all"\nnews MX 10 |mail',
    '@ TXT "v=spf1 -all"\nnews MX 10 mail\nnews TXT "v=spf1 include:_spf.google.com ~all"',
  ],
  ['@ TXT "v=spf1 -all"\nwww| A 192.0.2.1', '@ TXT "v=spf1 include:_spf.google.com -all"\nwww A 192.0.2.1'],
];

for (const [before, after] of SPF_ROWS) {
  test(`add SPF: ${before.replace(/\n/g, "⏎")}`, () => {
    const { text, answer } = write(`${SOA}${before}\n`, SPF);
    assert.equal(text, `${SOA}${after}\n`);
    assert.ok("message" in answer);
    assert.match(answer.message, /example\.com` now lets the servers of `_spf\.google\.com` send; .*\d of 10/);
  });
}

test("SPF: lines end as the file's do, and a file without a last line end gets none inside a record", () => {
  const crlf = `${SOA}@ MX 10 mail\n`.replaceAll("\n", "\r\n");
  assert.equal(write(crlf, SPF).text, `${crlf}@ TXT "v=spf1 include:_spf.google.com ~all"\r\n`);
  const open = `${SOA}@ MX 10 mail`;
  assert.equal(write(open, SPF).text, `${open}\n@ TXT "v=spf1 include:_spf.google.com ~all"`);
});

test("SPF: a string that would be longer than 255 octets is parted", () => {
  const nets = Array.from({ length: 14 }, (_, index) => `ip4:192.0.2.${100 + index}`).join(" ");
  for (const value of [`v=spf1 ${nets} include:a.example -all`, `v=spf1 include:a.example ${nets} -all`]) {
    const { text, source } = write(`${SOA}@ TXT "${value}"\n`, SPF);
    const after = createEngine(memoryHost()).open("zone", "zone", text);
    assert.ok(after.kind === "zone" && source.kind === "zone");
    const [record] = after.view.records("example.com.", 16);
    const strings = record?.fields.map((it) => it.value.value) ?? [];
    assert.equal(strings.join(""), value.replace("include:a.example", "include:a.example include:_spf.google.com"));
    assert.deepEqual(
      strings.filter((it) => it.length > 255),
      [],
    );
  }
});

test("SPF: what is included already is shown, and no zone without a name is written to", () => {
  const { text, answer } = write(`${SOA}@ TXT "v=spf1 include:_SPF.google.com. -all"\n`, SPF);
  assert.equal(text, `${SOA}@ TXT "v=spf1 include:_SPF.google.com. -all"\n`);
  assert.ok("refused" in answer);
  assert.match(answer.refused, /includes `_spf\.google\.com` already/);
  assert.deepEqual(answer.place?.range, { start: { line: 2, character: 14 }, end: { line: 2, character: 38 } });
  const unknown = write("www A 192.0.2.1\n", SPF).answer;
  assert.ok("refused" in unknown && unknown.refused.includes("$ORIGIN"));
});

const DMARC_VALUE = '"v=DMARC1; p=none; rua=mailto:dmarc@example.com"';
const DMARC_ROWS: readonly (readonly [before: string, after: string])[] = [
  [
    `${SOA}@       IN MX  10 mail\n        IN TXT "v=spf1 mx -all" ; ours\nmail    IN A   192.0.2.1\n`,
    `${SOA}@       IN MX  10 mail\n        IN TXT "v=spf1 mx -all" ; ours\n_dmarc  IN TXT ${DMARC_VALUE}\nmail    IN A   192.0.2.1\n`,
  ],
  // Below another origin the name is absolute; the owner is never inherited by a record of another
  [
    "$ORIGIN com.\nexample SOA ns.example h.example 1 2h 15m 2w 1h\n  NS ns.example\n$ORIGIN example.com.\nns A 192.0.2.1\n",
    `$ORIGIN com.\nexample SOA ns.example h.example 1 2h 15m 2w 1h\n  NS ns.example\n_dmarc.example TXT ${DMARC_VALUE}\n$ORIGIN example.com.\nns A 192.0.2.1\n`,
  ],
  [
    "example.com. SOA ns.example.com. h.example.com. (\n 1 2h 15m 2w 1h )",
    `example.com. SOA ns.example.com. h.example.com. (\n 1 2h 15m 2w 1h )\n_dmarc.example.com. TXT ${DMARC_VALUE}`,
  ],
  // Only a name is known
  ["$ORIGIN example.com.\n", `$ORIGIN example.com.\n_dmarc.example.com. IN TXT ${DMARC_VALUE}\n`],
];

for (const [before, after] of DMARC_ROWS) {
  test(`add DMARC: ${before.replace(/\n/g, "⏎")}`, () => assert.equal(write(before, DMARC).text, after));
}

test("DMARC: without an address there are no reports, and what stands there already is shown", () => {
  const bare = write(`${SOA}@ NS ns\n`, { kind: "dmarc", policy: "reject", reportTo: "" });
  assert.equal(bare.text, `${SOA}@ NS ns\n_dmarc TXT "v=DMARC1; p=reject"\n`);
  const { answer, text } = write(`${SOA}_dmarc CNAME d.example.net.\n`, DMARC);
  assert.equal(text, `${SOA}_dmarc CNAME d.example.net.\n`);
  assert.ok("refused" in answer);
  assert.deepEqual(answer.place?.range, { start: { line: 2, character: 0 }, end: { line: 2, character: 6 } });
});

const A = "a".repeat(255);

test("long strings: one a line where the record was in one, else where they stand", () => {
  const { text, answer } = write(
    `${SOA}k._domainkey TXT "${A}bc" ; key\nx TXT ( "${A}b"\n "c" )\ny TXT "short"\nz TXT ${A}b\n`,
    { kind: "strings" },
  );
  assert.equal(
    text,
    `${SOA}k._domainkey TXT ( "${A}"\n                   "bc" ) ; key\nx TXT ( "${A}" "b"\n "c" )\ny TXT "short"\nz TXT ( "${A}"\n        "b" )\n`,
  );
  assert.ok("message" in answer);
  assert.equal(answer.message, "Records whose strings were split: 3.");
  assert.ok("refused" in write(text, { kind: "strings" }).answer, "a second time there is nothing to do");
});

test("the serial is raised, and a file without an SOA is left alone", () => {
  assert.match(write(SOA, { kind: "serial" }).text, /SOA ns h 2 2h/);
  assert.ok("refused" in write("a A 192.0.2.1\n", { kind: "serial" }).answer);
});
