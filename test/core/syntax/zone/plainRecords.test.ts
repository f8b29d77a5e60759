import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { ZoneFile } from "../../../../server/src/core/engine/zoneSource.ts";
import { RULES } from "../../../../server/src/core/rules/index.ts";
import { SUSPECT } from "../../../../server/src/core/syntax/zone/flags.ts";
import { randomFrom } from "../../../support/randomFrom.ts";

// The first look passes keys and services without making objects of them: rules must have nothing to say of any.
const OPTIONS = { severities: {}, extraTypes: [], limit: 1_000, language: "en" } as const;
const HEAD = `$ORIGIN example.com.
$TTL 1h
@ SOA ns1 host 1 2h 15m 4w 1h
@ NS ns1
@ NS ns.example.net.
@ MX 10 mx1
@ MX 20 mx.example.net.
@ TXT "v=spf1 mx -all"
_dmarc TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.com"
ns1 A 192.0.2.1
mx1 A 192.0.2.2
s0._domainkey CNAME keys.example.net.
`;
const HEAD_ENTRIES = HEAD.split("\n").length - 1;

function open(record: string, isOneByOne: boolean): ZoneFile {
  return new ZoneFile(
    "example.com.zone",
    `${HEAD}${record}\n`,
    { origin: "example.com", isOneByOne },
    {
      rules: RULES,
      rulesOf: () => ({}),
      include: () => undefined,
      now: () => 0,
      logError: (what, error) => assert.fail(`${what}: ${error}`),
      changed: () => {},
    },
  );
}

function isPlain(record: string): boolean {
  const { document } = open(record, false);
  const id = document.list.chunks[0]?.ids[HEAD_ENTRIES] ?? -1;
  return ((document.columns.flags[id] ?? 0) & SUSPECT) === 0;
}

function findingsOf(file: ZoneFile): string[] {
  return file.lint(OPTIONS).map(({ code, range, message }) => `${JSON.stringify(range)} ${code} ${message}`);
}

const rsa = (bits: number) =>
  generateKeyPairSync("rsa", { modulusLength: bits })
    .publicKey.export({ format: "der", type: "spki" })
    .toString("base64");
const ed25519 = generateKeyPairSync("ed25519")
  .publicKey.export({ format: "der", type: "spki" })
  .subarray(12)
  .toString("base64");
const strings = (text: string) => (text.match(/.{1,250}/g) ?? []).map((it) => `"${it}"`).join(" ");
const key = rsa(2048);

const PLAIN = [
  `s1._domainkey TXT ( ${strings(`v=DKIM1; k=rsa; p=${key}`)} )`,
  `s1._domainkey.news TXT ${strings(`v=DKIM1;k=rsa;p=${key}`)}`,
  `s1._domainkey TXT "v=DKIM1; h=sha256; k=rsa; t=s; p=" ${strings(`${key};`)}`,
  `s2._domainkey TXT ${strings(`v=DKIM1; k=rsa; p=${rsa(4096)}`)}`,
  `s3._domainkey TXT "v=DKIM1; k=ed25519; p=${ed25519}"`,
  "_submissions._tcp SRV 0 1 465 mx1",
  "_imap._tcp.news IN SRV 0 1 143 mx1",
  "_sip._udp SRV 10 20 5060 mx1.example.com.",
];

for (const record of PLAIN) {
  test(`passes at first sight: ${record.slice(0, 60)}`, () => {
    assert.ok(isPlain(record));
    assert.deepEqual(findingsOf(open(record, true)), []);
  });
}

test("does not pass what a rule has to say something of", () => {
  const others = [
    `s1._domainkey TXT ${strings(`v=DKIM1; k=rsa; p=${rsa(1024)}`)}`,
    `s1 TXT ${strings(`v=DKIM1; k=rsa; p=${key}`)}`,
    `_report._domainkey TXT ${strings(`v=DKIM1; k=rsa; p=${key}`)}`,
    "_submission._tcp SRV 0 1 465 mx1",
    "_tcp SRV 0 1 465 mx1",
    "_imaps._tcp SRV 0 1 70000 mx1",
  ];
  for (const record of others) assert.ok(!isPlain(record), record);
});

test("finds the same in records with slips as where the first look passes nothing", () => {
  const random = randomFrom(20261124);
  const pieces = [..."\"' ;=()\\.@_*-0aAQ/+=", " ; ", "p=", "t=y; ", '" "', "é", "k=rsa; ", "._domainkey", "_"];
  let plain = 0;
  for (let round = 0; round < Number(process.env["ROUNDS"] ?? 400); round++) {
    let record = PLAIN[random(PLAIN.length)] ?? "";
    for (let count = 1 + random(2); count > 0; count--) {
      const at = random(3) === 0 ? random(40) : random(record.length);
      record =
        record.slice(0, at) + (random(2) === 0 ? pieces[random(pieces.length)] : "") + record.slice(at + random(3));
    }
    if (isPlain(record)) plain++;
    assert.deepEqual(findingsOf(open(record, false)), findingsOf(open(record, true)), record);
  }
  assert.ok(plain > 20, `${plain} passed`);
});
