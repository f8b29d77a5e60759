import assert from "node:assert/strict";
import { test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { createEngine } from "../../../../server/src/core/engine/engine.ts";
import { ZoneFile } from "../../../../server/src/core/engine/zoneSource.ts";
import { RULES } from "../../../../server/src/core/rules/index.ts";
import type { ChunkList } from "../../../../server/src/core/syntax/zone/chunks.ts";
import type { ZoneDocument } from "../../../../server/src/core/syntax/zone/zoneDocument.ts";
import { memoryHost } from "../../../support/memoryHost.ts";
import { randomFrom } from "../../../support/randomFrom.ts";

const FILES = {
  "hosts.inc": "inc A 192.0.2.77\n\tTXT in\nns3 A 192.0.2.78\n@ MX 7 nowhere\n",
  "deep.inc": "$INCLUDE hosts.inc deeper\n$TTL 99\nz TXT after\n",
};

const ZONE = `$ORIGIN example.com.
$TTL 1h ; mailconfig-disable-line zone/syntax
@ SOA ns1 host 1 2h 15m 4w 1h
@ NS ns1
  NS ns2.sub
ns1 A 192.0.2.1
ns1 300 A 192.0.2.1
mail A 192.0.2.2
  MX 10 mail
\tMX 20 mail.example.com
  TXT "v=spf1 mx include:_spf ~all" ; c
_spf TXT "v=spf1 ip4:192.0.2.0/24 -all"
_dmarc TXT ( "v=DMARC1; p=none;"
   "rua=mailto:a@example.com" )
; mailconfig-disable-next-line spf/ptr, zone/cname-and-other-data -- why
www CNAME mail
www TXT x
s2026._domainkey TXT "v=DKIM1; p=MIIBIjANBgkq"
$INCLUDE hosts.inc
$ORIGIN sub.example.com.
ns2 A 192.0.2.3
*.wild TXT y
x CNAME nowhere
$INCLUDE deep.inc deep
$ORIGIN example.com.
sub2 NS ns.sub2
ns.sub2 A 192.0.2.4
a.sub2 TXT hidden
d DNAME example.net.
b.d A 192.0.2.5
b\\.c AAAA 2001:db8::1
_imaps._tcp SRV 0 1 993 mx1
{{ host }} A 192.0.2.9
`;

const PIECES = [
  "(new) A 192.0.2.8\n",
  ...'();"\\@.9a \n\r\t',
  "\r\n",
  "$TTL 5m\n",
  "$ORIGIN x.example.com.\n",
  "\n$ORIGIN example.com.\n",
  "new A 192.0.2.7\n",
  "\t MX 5 mx1\n",
  "é",
  "🙂",
  " IN ",
  "www CNAME a\n",
  "@ SOA a b 1 2 3 4 5\n",
  "example.net. SOA a b 1 2 3 4 5\n",
  "\nexample.com SOA a b 1 2 3 4 5\n",
  '"v=spf1 -all"',
  "( x\n y )",
  "\n$INCLUDE hosts.inc\n",
  "\n$GENERATE 1-4 gen$ CNAME www\n",
  "\n$GENERATE 254-257/2 ${0,3} A 192.0.2.$\n",
  "; mailconfig-disable spf/*\n",
  "sub NS ns1\n",
  "{{ x }}",
  "{% if x %}\n",
  "\ufeff",
];

const OPTIONS = { severities: {}, extraTypes: [], limit: 100_000, language: "en" };

/** Its SOA alone says what relative names go on with. */
const ZONE_WITHOUT_ORIGIN = ZONE.replace("$ORIGIN example.com.\n", "").replace("@ SOA", "example.com. SOA");

function open(text: string, chunkBytes: number, origin = "example.com"): ZoneFile {
  const host = memoryHost({ files: FILES });
  return new ZoneFile(
    "a.zone",
    text,
    { ...(origin !== "" && { origin }), chunkBytes },
    {
      rules: RULES,
      include: (from, reference) => host.readFile(from, reference),
      rulesOf: () => ({}),
      now: () => 0,
      logError: (what, error) => assert.fail(`${what}: ${error}`),
      changed: () => {},
    },
  );
}

/** All that a document knows, in a form that does not depend on how it came to know it. */
function snapshot(file: ZoneFile): string[] {
  const lines = entriesOf(file.document, file.document.list, "");
  for (const { code, path, range, message, fixes } of file.lint(OPTIONS)) {
    const { start, end } = range;
    lines.push(
      `${path} ${start.line}:${start.character}-${end.line}:${end.character} ${code} ${message} ${JSON.stringify(fixes)}`,
    );
  }
  return lines;
}

function entriesOf(document: ZoneDocument, list: ChunkList, indent: string): string[] {
  const { columns, names, reader, inclusions } = document;
  const nameOf = (id: number) => (id < 0 ? id : `${names.h1[id]}.${names.h2[id]}`);
  return list.chunks.flatMap((chunk) =>
    [...chunk.ids.subarray(0, chunk.count)].flatMap((id) => {
      const ttl = columns.ttl[id] ?? 0;
      const line = [
        list.bytesBefore(chunk) + (columns.start[id] ?? 0),
        columns.length[id],
        columns.type[id],
        (columns.flags[id] ?? 0) & 0xff,
        nameOf(columns.owner[id] ?? -1),
        reader.origins[columns.origin[id] ?? 0]?.name,
        ttl < -1 ? reader.ttlValues[-2 - ttl] : ttl,
        columns.hash[id],
        nameOf(columns.target[id] ?? -1),
      ].join(" ");
      const inclusion = inclusions.get(id);
      const inside =
        inclusion !== undefined && "list" in inclusion
          ? entriesOf(document, inclusion.list, `${indent}  `)
          : [inclusion?.kind ?? ""];
      return [indent + line, ...inside];
    }),
  );
}

const isLow = (text: string, at: number) =>
  at < text.length && text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) < 0xe000;

/** One random edit, in the document and in the oracle's text. */
function edit(file: ZoneFile, oracle: TextDocument, random: (below: number) => number): TextDocument {
  const text = oracle.getText();
  let from = random(text.length + 1);
  let to = random(3) > 0 ? from : Math.min(text.length, from + random(random(8) === 0 ? 400 : 12));
  if (isLow(text, from)) from--;
  if (isLow(text, to)) to++;
  const range = { start: oracle.positionAt(from), end: oracle.positionAt(to) };
  const insert =
    random(4) === 0 ? "" : random(12) === 0 ? ZONE.slice(random(ZONE.length)) : (PIECES[random(PIECES.length)] ?? "");
  file.edit(range, insert);
  return TextDocument.update(oracle, [{ range, text: insert }], oracle.version + 1);
}

for (const chunkBytes of [40, 150, 32768]) {
  test(`after random edits a zone equals a fresh one (chunks of ${chunkBytes} bytes)`, () => {
    const rounds = Number(process.env["ROUNDS"] ?? 60);
    for (let seed = 1; seed <= rounds; seed++) {
      const random = randomFrom(seed * 7919 + chunkBytes);
      const [start, origin] = seed % 3 === 0 ? [ZONE_WITHOUT_ORIGIN, ""] : [ZONE, "example.com"];
      const file = open(start, chunkBytes, origin);
      let oracle = TextDocument.create("zone:", "dns-zone", 0, start);
      for (let step = 0; step < 25; step++) {
        const before = oracle.getText();
        oracle = edit(file, oracle, random);
        if (random(3) === 0) continue; // let changes pile up
        if (random(3) === 0) file.lint(OPTIONS); // fill the caches half-way
        while (!file.advance(1000));
        const text = oracle.getText();
        const what = `seed ${seed}, step ${step}, from ${JSON.stringify(before)} to ${JSON.stringify(text)}`;
        assert.equal(file.text(), text, `text, ${what}`);
        assert.deepEqual(snapshot(file), snapshot(open(text, chunkBytes, origin)), what);
      }
    }
  });
}

test("a zone that is read in slices, and edited meanwhile, equals one that was read at once", () => {
  const body = Array.from(
    { length: 9000 },
    (_, index) => `h${index} A 192.0.2.${index % 256} ; comment\n  TXT ( "v=spf1"\n " -all" )\n`,
  );
  const text = `${ZONE}${body.join("")}`;
  const host = memoryHost({ files: FILES });
  const engine = createEngine(host);
  const zone = engine.open("a.zone", "zone", text, { origin: "example.com", readInSlices: true });
  assert.ok(zone.kind === "zone" && zone instanceof ZoneFile);
  assert.ok(zone.document.isLoading);
  assert.deepEqual(zone.lint(OPTIONS), []);
  const random = randomFrom(4711);
  let oracle = TextDocument.create("zone:", "dns-zone", 0, text);
  for (let step = 0; step < 40; step++) {
    zone.advance(0);
    oracle = edit(zone, oracle, random);
  }
  while (!zone.advance(5));
  assert.equal(zone.text(), oracle.getText());
  assert.deepEqual(snapshot(zone), snapshot(open(oracle.getText(), 32768)));
});

test("what an edit does not touch is not read again", () => {
  const body = Array.from({ length: 5000 }, (_, index) => `host${index} A 192.0.2.${index % 250}\n`).join("");
  const file = open(
    `$ORIGIN example.com.\n$TTL 1h\n@ SOA ns1 host 1 2h 15m 4w 1h\n@ NS ns1\nns1 A 192.0.2.1\n${body}`,
    32768,
  );
  const before = file.document.columns.size;
  const at = (line: number, character: number) => ({ line, character });
  file.edit({ start: at(1, 5), end: at(1, 6) }, "2"); // the $TTL
  file.edit({ start: at(2500, 0), end: at(2500, 0) }, "new A 192.0.2.1 (");
  assert.ok(file.document.settled);
  assert.ok(file.document.columns.size - before < 10);
});

test("an open buffer that is included wins over the disk, and its change is seen", () => {
  const engine = createEngine(memoryHost({ files: FILES }));
  const zone = engine.open(
    "a.zone",
    "zone",
    "$ORIGIN example.com.\n$TTL 1h\n@ SOA ns1 h 1 2h 15m 4w 1h\n@ NS ns1\nns1 A 192.0.2.1\n$INCLUDE hosts.inc\nx CNAME inc\n",
  );
  const codes = () => zone.lint(OPTIONS).map((it) => `${it.path} ${it.code}`);
  assert.ok(!codes().includes("a.zone zone/dangling-cname"));
  const included = engine.open("hosts.inc", "zone", "other A 192.0.2.7\n");
  assert.ok(codes().includes("a.zone zone/dangling-cname"), codes().join());
  included.edit({ start: { line: 0, character: 0 }, end: { line: 0, character: 5 } }, "inc");
  assert.ok(!codes().includes("a.zone zone/dangling-cname"));
  assert.deepEqual(engine.dependentsOf("hosts.inc"), [zone]);
});
