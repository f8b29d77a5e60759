import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { createEngine } from "../../../../server/src/core/engine/engine.ts";
import { type HintOptions, hintsOfZone } from "../../../../server/src/core/features/zone/inlayHints.ts";
import { lensesOfZone } from "../../../../server/src/core/features/zone/lenses.ts";
import type { ZoneSource } from "../../../../server/src/core/index.ts";
import { translator } from "../../../../server/src/core/locale.ts";
import { memoryHost } from "../../../support/memoryHost.ts";

const HEAD = "$ORIGIN example.com.\n$TTL 1h\n@ SOA ns hostmaster 1 2h 15m 2w 1h\n@ MX 10 mail\nmail A 192.0.2.1\n";
const KEY = generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey.export({ type: "spki", format: "der" });

function zoneOf(text: string): ZoneSource {
  const source = createEngine(memoryHost()).open("zone", "zone", text);
  assert.ok(source.kind === "zone");
  return source;
}

const LENSES: readonly (readonly [record: string, title: string | undefined])[] = [
  ['@ TXT "v=spf1 mx -all"', "1 of 10 DNS lookups"],
  ['@ TXT "v=spf1 ip4:192.0.2.0/24 -all"', "0 of 10 DNS lookups"],
  ['@ TXT "v=spf1 mx inc" "lude:_spf.example.net -all"', "at least 2 of 10 DNS lookups"],
  ['@ TXT "v=spf10 mx -all"', undefined],
  ['@ TXT "hello"', undefined],
  ["_dmarc TXT v=DMARC1\\;p=none", "failing mail is only reported"],
  ['_dmarc TXT "v=DMARC1; p=Quarantine; t=y"', "failing mail goes to the spam folder; only a test"],
  ['_dmarc TXT "v=DMARC1; p=reject; sp=none"', "failing mail is refused; subdomains: none"],
  ['_dmarc TXT "v=DMARC1; p=rejected"', undefined],
  ['s._domainkey TXT "v=DKIM1; p="', "revoked key"],
  [
    `s._domainkey TXT ( "v=DKIM1; p=${KEY.toString("base64").slice(0, 200)}"\n "${KEY.toString("base64").slice(200)}" )`,
    "RSA 2048",
  ],
  ['s._domainkey TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="', "Ed25519"],
  ['s._domainkey TXT "v=DKIM1; p=????"', undefined],
];

for (const [record, title] of LENSES) {
  test(`the lens of ${record.slice(0, 60)}`, () => {
    const lenses = lensesOfZone(zoneOf(`${HEAD}${record}\n`), translator());
    assert.deepEqual(
      lenses.map((it) => [it.title, it.range.start.line]),
      title === undefined ? [] : [[title, 5]],
    );
  });
}

test("a lens speaks Chinese", () => {
  const [lens] = lensesOfZone(zoneOf(`${HEAD}@ TXT "v=spf1 mx -all"\n`), translator("zh-cn"));
  assert.equal(lens?.title, "1 次 DNS 查询，上限 10 次");
});

test("a zone of many policies has a hundred lenses", () => {
  const text = Array.from({ length: 300 }, (_, index) => `h${index} TXT "v=spf1 -all"\n`).join("");
  assert.equal(lensesOfZone(zoneOf(HEAD + text), translator()).length, 100);
});

/** The text with each hint written into it, in braces. */
function hinted(text: string, from = 0, to = 99, names: HintOptions["names"] = "off", others = true): string {
  const lines = text.split("\n");
  const range = { start: { line: from, character: 0 }, end: { line: to, character: 0 } };
  for (const { position, label } of [
    ...hintsOfZone(zoneOf(text), range, { names, ttl: others, lookups: others }, translator()),
  ].reverse()) {
    const line = lines[position.line] ?? "";
    lines[position.line] = `${line.slice(0, position.character)}{${label}}${line.slice(position.character)}`;
  }
  return lines.join("\n");
}

test("hints read TTLs and timers, and leave alone what reads well", () => {
  const text =
    '$TTL 86400\n@ 3600 IN A 192.0.2.1\nb 1h A 192.0.2.1\nc 30 A 192.0.2.1\nd A 192.0.2.1\ne IN 5400 TXT "3600"\n';
  const wanted = text
    .replace("86400", "86400{1 day}")
    .replace(" 3600 ", " 3600{1 hour} ")
    .replace("5400", "5400{1 hour 30 minutes}");
  assert.equal(hinted(text), wanted);
  const soa = "@ IN SOA ns h ( 2026010101\n 7200 900 ; often\n 1209600 300 )\n";
  assert.equal(
    hinted(soa),
    "@ IN SOA ns h ( 2026010101\n 7200{2 hours} 900{15 minutes} ; often\n 1209600{2 weeks} 300{5 minutes} )\n",
  );
});

test("hints count the lookups of an SPF record behind its last string", () => {
  assert.equal(
    hinted('@ TXT "v=spf1 a" " mx -all" ; c\n'),
    '@ TXT "v=spf1 a" " mx -all"{at least 2 of 10 DNS lookups} ; c\n',
  );
});

test("hints are made for the lines that were asked for", () => {
  const text = "a 3600 A 192.0.2.1\nb 3600 A 192.0.2.1\nc 3600 A 192.0.2.1\n";
  assert.equal(hinted(text, 1, 2), text.replace("b 3600", "b 3600{1 hour}"));
});

test("hints tell how relative names go on, behind targets or behind owners too", () => {
  const text = [
    "$ORIGIN example.com.",
    "@ SOA ns1 hostmaster 1 2h 15m 2w 1h",
    "@ NS ns1.example.net.",
    "@ MX 10 mail.example.com",
    "mail A 192.0.2.1",
    "*.w CNAME @",
    "@ MX 0 .",
    "$ORIGIN sub",
    "_imaps._tcp SRV 0 1 993 mail",
    "{{ host }} CNAME {{ target }}",
    "",
  ].join("\n");
  const targets = text
    .replace("ns1 hostmaster", "ns1{.example.com.} hostmaster{.example.com.}")
    .replace("mail.example.com\n", "mail.example.com{.example.com.}\n")
    .replace("$ORIGIN sub", "$ORIGIN sub{.example.com.}")
    .replace("993 mail", "993 mail{.sub.example.com.}");
  assert.equal(hinted(text, 0, 99, "targets", false), targets);
  const all = targets
    .replace("mail A", "mail{.example.com.} A")
    .replace("*.w", "*.w{.example.com.}")
    .replace("_tcp", "_tcp{.sub.example.com.}");
  assert.equal(hinted(text, 0, 99, "all", false), all);
  assert.equal(hinted(text, 0, 99, "off", false), text);
});

test("each kind of hint can be left out", () => {
  const text = '$TTL 3600\n@ TXT "v=spf1 -all"\n';
  assert.equal(hinted(text, 0, 99, "off", false), text);
});

test("what a name's hint writes leaves the name what it is", () => {
  const source = zoneOf("$ORIGIN example.com.\na CNAME b\n");
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const [hint] = hintsOfZone(source, range, { names: "targets", ttl: true, lookups: true }, translator());
  assert.equal(hint?.insert, ".example.com.");
  assert.match(hint?.tooltip ?? "", /`b\.example\.com\.`/);
});
