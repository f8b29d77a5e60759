import assert from "node:assert/strict";
import { test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Finding } from "../../../server/src/core/engine/finding.ts";
import { createEngine } from "../../../server/src/core/index.ts";
import { memoryHost } from "../../support/memoryHost.ts";
import { randomFrom } from "../../support/randomFrom.ts";

const PATH = "example.com.zone";
const OPTIONS = { severities: {}, extraTypes: [], limit: 10_000, language: "en" } as const;
const KEYS = [1, 2].map((it) => `v=DKIM1; k=ed25519; p=${Buffer.alloc(32, it).toString("base64")}`);

/** Lines that rules of the whole zone look at, some of them twice so that one may stay. */
const LINES = [
  "@ SOA ns1 host 1 2h 15m 4w 1h",
  "@ SOA ns1 host 1 2h 15m 4w 1h",
  "@ NS ns1",
  "@ NS ns2.example.net.",
  "@ NS REPLACE&ME",
  "@ MX 10 mx1",
  "@ MX 20 mx2.example.net.",
  "@ MX 0 .",
  '@ TXT "v=spf1 mx -all"',
  '@ TXT "v=spf1 -all"',
  '_dmarc TXT "v=DMARC1; p=reject"',
  'dmarc TXT "v=DMARC1; p=reject"',
  "@ CNAME www.example.net.",
  "@ DS 60485 13 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A",
  "sub NS ns1.example.net.",
  "www.sub A 192.0.2.9",
  "old DNAME example.net.",
  "www.old A 192.0.2.8",
  `s1._domainkey TXT "${KEYS[0]}"`,
  `s1._domainkey TXT "${KEYS[1]}"`,
  `s2._domainkey TXT "${KEYS[0]}"`,
  `s3._domainkey TXT "${KEYS[1]}"`,
  `s4._domainkey.sub TXT "${KEYS[0]}"`,
  "mx1 A 192.0.2.1",
  "mx1 A 192.0.2.2",
  "mx1 A {{ address }}",
  "www A 192.0.2.1\r",
  "$TTL 1h",
  "$ORIGIN example.com.",
  "$ORIGIN example.net.",
  "$INCLUDE other.zone",
  "; a comment",
];

test("after random edits an open zone has the findings of a fresh one, also those about the zone as a whole", () => {
  const codes = new Set<string>();
  for (let seed = 1; seed <= Number(process.env["ROUNDS"] ?? 60); seed++) {
    const random = randomFrom(seed * 7331);
    // A few of them: where every kind is, most rules have a reason to be silent.
    const lines = Array.from({ length: 10 }, () => LINES[random(LINES.length)]);
    const lineOf = () => `${lines[random(lines.length)]}\n`;
    const head = random(2) === 0 ? "" : `$ORIGIN example.com.\n${LINES[0]}\n`;
    let document = TextDocument.create("zone:", "dns-zone", 0, head + Array.from({ length: 8 }, lineOf).join(""));
    const host = memoryHost({ committed: { [PATH]: document.getText() } });
    const source = createEngine(host).open(PATH, "zone", document.getText());
    for (let step = 0; step < 12; step++) {
      const line = random(document.lineCount);
      const range = { start: { line, character: 0 }, end: { line: line + random(3), character: 0 } };
      const newText = random(3) === 0 ? "" : lineOf();
      const before = document.getText();
      source.edit(range, newText);
      document = TextDocument.update(document, [{ range, text: newText }], step + 1);
      const fresh = createEngine(host).open(PATH, "zone", document.getText());
      const found = source.lint(OPTIONS).map(plain);
      assert.deepEqual(
        found,
        fresh.lint(OPTIONS).map(plain),
        `seed ${seed}, step ${step}, from ${before} to ${document.getText()}`,
      );
      for (const it of found) codes.add(it.code);
    }
  }
  // What nothing came of would prove nothing.
  for (const code of ["dkim/key-reused", "dmarc/missing", "mx/single", "spf/no-mail-domain", "zone/serial-not-raised"])
    assert.ok(codes.has(code), `no ${code} among ${[...codes]}`);
});

function plain({ code, message, range, fixes }: Finding) {
  return { code, message, range, fixes };
}
