import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "../../../../server/src/core/engine/engine.ts";
import type { FileEdit } from "../../../../server/src/core/engine/finding.ts";
import { definitionsAt, referencesAt } from "../../../../server/src/core/features/zone/nameSearch.ts";
import { renamableAt, renameAt } from "../../../../server/src/core/features/zone/rename.ts";
import type { ZoneSource } from "../../../../server/src/core/index.ts";
import { translator } from "../../../../server/src/core/locale.ts";
import { applyEdits, LineIndex, type Position } from "../../../../server/src/core/text/span.ts";
import { memoryHost } from "../../../support/memoryHost.ts";

const t = translator();
const HEAD = "$ORIGIN example.com.\n$TTL 3600\n@ SOA ns hostmaster 1 7200 900 1209600 300\n@ NS ns\nns A 192.0.2.53\n";

interface Place {
  readonly source: ZoneSource;
  readonly text: string;
  readonly at: Position;
}

/** Opens the zone; the bar shows the cursor. */
function open(marked: string, files: Readonly<Record<string, string>> = {}, head = HEAD): Place {
  const bar = marked.indexOf("|");
  assert.ok(bar >= 0, "no cursor");
  const text = head + marked.replace("|", "");
  const source = createEngine(memoryHost({ files })).open("zone", "zone", text);
  assert.ok(source.kind === "zone");
  return { source, text, at: new LineIndex(text).positionAt(head.length + bar) };
}

/** Each place as `path line text`. */
function told(
  text: string,
  places: readonly Pick<FileEdit, "path" | "range">[],
  files: Readonly<Record<string, string>> = {},
) {
  return places.map(({ path, range: { start, end } }) => {
    const line = (files[path] ?? text).split("\n")[start.line] ?? "";
    return `${path === "zone" ? start.line - 4 : path} ${line.slice(start.character, end.character)}`;
  });
}

const DEFINITIONS: readonly (readonly [zone: string, places: readonly string[]])[] = [
  ["@ MX 10 ma|il\nmail A 192.0.2.1\n", ["2 mail"]],
  ["@ MX 10 mail.example.com.|\nmail A 192.0.2.1\nmail AAAA 2001:db8::1\n", ["2 mail", "3 mail"]],
  ["www CNAME (\n  |web )\nweb A 192.0.2.1\n", ["3 web"]],
  ["_imaps._tcp SRV 0 1 993 im|ap\nimap A 192.0.2.1\n", ["2 imap"]],
  ['@ TXT "v=spf1 include:_spf.exa|mple.com -all"\n_spf TXT "v=spf1 -all"\n', ["2 _spf"]],
  ['@ TXT "v=spf1 a:ma" "il.example|.com -all"\nmail A 192.0.2.1\n', ["2 mail"]],
  ["@ MX 10 |shop\n*.example.com. A 192.0.2.1\n", ["2 *.example.com."]],
  ["|@ MX 10 mail.example.net.\n", ["-2 @", "-1 @", "1 @"]],
  ["@ MX 10 |mail.example.net.\n", []],
  ["@ MX 1|0 mail\nmail A 192.0.2.1\n", []],
];

for (const [zone, places] of DEFINITIONS) {
  test(`the definition in ${JSON.stringify(zone)}`, () => {
    const { source, text, at } = open(zone);
    assert.deepEqual(told(text, definitionsAt(source, at)), places);
  });
}

test("references are found in every form, in the zone and in what it includes", () => {
  const files = { "more.inc": "www CNAME mail\nx A 192.0.2.9\n" };
  const zone =
    'mai|l A 192.0.2.1\n@ MX 10 MAIL.example.com.\n@ TXT "v=spf1 a:ma" "il.example.com mx -all"\n' +
    '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@mail.example.com"\nesc CNAME m\\097il\nmailer CNAME mail.example.net.\n' +
    "$INCLUDE more.inc\n$ORIGIN mail.example.com.\n@ TXT x\nimap CNAME @\n";
  const { source, text, at } = open(zone, files);
  const expected = [
    "1 mail",
    "2 MAIL.example.com.",
    '3 ma" "il.example.com',
    "4 mail.example.com",
    "5 m\\097il",
    "8 mail.example.com.",
    "9 @",
    "10 @",
    "more.inc mail",
  ];
  assert.deepEqual(told(text, referencesAt(source, at, true), files), expected);
  const withoutOwners = expected.filter((it) => it !== "1 mail" && it !== "9 @");
  assert.deepEqual(told(text, referencesAt(source, at, false), files), withoutOwners);
});

function renamed(marked: string, newName: string, files: Readonly<Record<string, string>> = {}) {
  const { source, text, at } = open(marked, files);
  const edits = renameAt(source, at, newName, false, t);
  if ("refused" in edits) return edits.refused;
  const texts: Record<string, string> = { zone: text, ...files };
  for (const path of Object.keys(texts)) {
    const lines = new LineIndex(texts[path] ?? "");
    const own = edits.filter((it) => it.path === path);
    const spans = own.map(({ range, newText }) => ({
      span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
      newText,
    }));
    texts[path] = applyEdits(texts[path] ?? "", spans);
  }
  return [texts["zone"]?.slice(HEAD.length), ...Object.keys(files).map((it) => texts[it])].join("--\n");
}

const RENAMES: readonly (readonly [zone: string, newName: string, result: string])[] = [
  [
    "ma|il A 192.0.2.1\n  AAAA 2001:db8::1\n@ MX 10 mail\n@ MX 20 Mail.Example.com.\n",
    "mx1",
    "mx1 A 192.0.2.1\n  AAAA 2001:db8::1\n@ MX 10 mx1\n@ MX 20 mx1.example.com.\n",
  ],
  ["mail A 192.0.2.1\n@ MX 10 mai|l\n", "Post.example.com.", "Post A 192.0.2.1\n@ MX 10 Post\n"],
  [
    '@ TXT "v=spf1 a:mail.example.com include:x.mail.example.com. -all"\nma|il A 192.0.2.1\n',
    "mx1",
    '@ TXT "v=spf1 a:mx1.example.com include:x.mx1.example.com. -all"\nmx1 A 192.0.2.1\n',
  ],
  [
    '@ TXT "v=spf1 include:_s" "pf.exam|ple.com -all"\n_spf TXT "v=spf1 -all"\n',
    "_mail.example.com",
    '@ TXT "v=spf1 include:_mail.example.com -all"\n_mail TXT "v=spf1 -all"\n',
  ],
  [
    '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@mail.example.com!10m,mailto:d@example.net"\nmai|l MX 0 mail\n',
    "in",
    '_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@in.example.com!10m,mailto:d@example.net"\nin.example.com. MX 0 in.example.com.\n',
  ],
  [
    "ma|il A 192.0.2.1\n_25._TCP.mail TLSA 3 1 1 00\n_25._tcp.mail.example.com. TXT mail\nmail2 CNAME mail.example.net.\n",
    "mx1",
    "mx1 A 192.0.2.1\n_25._TCP.mx1 TLSA 3 1 1 00\n_25._tcp.mx1.example.com. TXT mail\nmail2 CNAME mail.example.net.\n",
  ],
  [
    "$ORIGIN sub.example.com.\n@ A 192.0.2.1\nwww CNAME @\n$ORIGIN example.com.\n@ MX 10 su|b\nx CNAME www.sub\n",
    "dept",
    "$ORIGIN dept.example.com.\n@ A 192.0.2.1\nwww CNAME @\n$ORIGIN example.com.\n@ MX 10 dept\nx CNAME www.dept\n",
  ],
  ["a|.b A 192.0.2.1\nx RP admin.a.b .\n", "c.d", "c.d A 192.0.2.1\nx RP admin.c.d .\n"],
  ["m|x1 A 192.0.2.1\n@ MX 1 mx1\n", "MX1", "MX1 A 192.0.2.1\n@ MX 1 MX1\n"],
  ["m|ail A 192.0.2.1\nesc CNAME m\\097il\n", "post", "post A 192.0.2.1\nesc CNAME post\n"],
  ["m|ail A 192.0.2.1\n*.example.com. A 192.0.2.9\n", "post", "post A 192.0.2.1\n*.example.com. A 192.0.2.9\n"],
];

for (const [zone, newName, result] of RENAMES) {
  test(`renaming to ${newName} in ${JSON.stringify(zone)}`, () => assert.equal(renamed(zone, newName), result));
}

test("a rename goes through included files", () => {
  const files = { "more.inc": "www CNAME mail\n", "sub.inc": "@ A 192.0.2.1\nw CNAME mail.example.com.\n" };
  assert.equal(
    renamed("m|ail A 192.0.2.1\n$INCLUDE more.inc\n$INCLUDE sub.inc sub.mail\n", "mx1", files),
    "mx1 A 192.0.2.1\n$INCLUDE more.inc\n$INCLUDE sub.inc sub.mx1\n--\nwww CNAME mx1\n--\n@ A 192.0.2.1\nw CNAME mx1.example.com.\n",
  );
});

const LONG = "x".repeat(235);
const REFUSALS: readonly (readonly [zone: string, newName: string, message: RegExp])[] = [
  ["mail A 192.0.2.1\n|@ MX 1 mail\n", "x", /is the zone itself/],
  ["@ MX 1 |mail.example.net.\n", "x", /outside this zone/],
  ["m|ail A 192.0.2.1\n", "x.example.net.", /`x\.example\.net` is outside/],
  ["m|ail A 192.0.2.1\n", "ns", /exists already/],
  ["m|ail A 192.0.2.1\na.post A 192.0.2.1\n", "post", /exists already/],
  ["m|ail A 192.0.2.1\n", "a b", /is no name/],
  ["m|ail A 192.0.2.1\n", "", /is no name/],
  ["m|ail A 192.0.2.1\n", "*", /wildcard/],
  ["m|ail A 192.0.2.1\n", "a.mail", /below or above/],
  ["m|ail A 192.0.2.1\nsub NS ns\n", "x.sub", /other servers/],
  ["m|ail A 192.0.2.1\nx RRSIG A 8 3 60 20300101000000 20200101000000 1 example.com. AAAA\n", "x", /signed/],
  ["m|ail A 192.0.2.1\n$GENERATE 1-9 h$ A 192.0.2.$\n", "x", /GENERATE/],
  ["m|ail A 192.0.2.1\n$INCLUDE gone.inc\n", "x", /hides a part/],
  ["m|ail A 192.0.2.1\nwww ALIAS mail\n", "x", /unknown type/],
  ['m|ail A 192.0.2.1\n@ TXT "v=spf1 a:mail.%{d} -all"\n', "x", /macro/],
  [`m|ail A 192.0.2.1\n@ TXT "v=spf1 a:mail.example.com ${LONG}"\n`, "much-longer", /255 octets/],
  [`m|ail A 192.0.2.1\n@ TXT "v=spf1 a:mail.example.com x=${"ü".repeat(113)}"\n`, "longer", /255 octets/],
  [
    `m|ail A 192.0.2.1\n@ TXT "v=spf1 a:mail.example.com mx:mail.example.com ${"x".repeat(206)}"\n`,
    "mail01",
    /255 octets/,
  ],
  ["mail A 192.0.2.|1\n", "x", /no name here/],
  ["m\\.|x A 192.0.2.1\n", "x", /escapes/],
];

for (const [zone, newName, message] of REFUSALS) {
  test(`no rename to ${JSON.stringify(newName)} in ${JSON.stringify(zone.slice(0, 60))}`, () => {
    assert.match(renamed(zone, newName), message);
  });
}

test("no rename in a file that is a part of a zone, or may be, or is included twice", () => {
  const part = open("m|ail A 192.0.2.1\n");
  assert.match(JSON.stringify(renamableAt(part.source, part.at, true, t)), /Another file includes/);
  const fragment = open("m|ail A 192.0.2.1\n", {}, "$ORIGIN example.com.\n");
  assert.match(JSON.stringify(renamableAt(fragment.source, fragment.at, false, t)), /Without an SOA/);
  const files = { "a.inc": "x CNAME mail.example.com.\n" };
  assert.match(renamed("m|ail A 192.0.2.1\n$INCLUDE a.inc a\n$INCLUDE a.inc b\n", "x", files), /included twice/);
});
