import assert from "node:assert/strict";
import { test } from "node:test";
import { dkimRecordOf } from "../../../../server/src/core/dkim/record.ts";
import { createEngine } from "../../../../server/src/core/engine/engine.ts";
import { writeIntoZone } from "../../../../server/src/core/features/zone/writing/write.ts";
import { translator } from "../../../../server/src/core/locale.ts";
import type { ZoneWish } from "../../../../server/src/core/model/zoneWish.ts";
import { publicKeyOf } from "../../../../server/src/node/keys.ts";
import { ed25519Key, rsaKey, type TestKey } from "../../../support/keys.ts";
import { memoryHost } from "../../../support/memoryHost.ts";

function recordOf({ privateKey }: TestKey): string {
  const key = publicKeyOf(Buffer.from(privateKey.export({ type: "pkcs8", format: "pem" })));
  assert.ok(key);
  return dkimRecordOf(key);
}

function written(text: string, wish: ZoneWish) {
  const source = createEngine(memoryHost()).open("example.com.zone", "zone", text);
  if (source.kind !== "zone") throw new Error("no zone");
  const result = writeIntoZone(source, { line: 0, character: 0 }, wish, 0, translator("en"));
  if ("refused" in result) return { text: result.refused, findings: [] };
  const from = ({ range: { start } }: (typeof result.edits)[number]) => start.line * 1000 + start.character;
  for (const it of [...result.edits].sort((a, b) => from(b) - from(a))) source.edit(it.range, it.newText);
  const findings = source.lint({ severities: {}, extraTypes: [], limit: 100, language: "en" });
  return { text: source.text(), findings: findings.map(({ code, message }) => `${code} ${message}`) };
}

const HEAD = `$TTL 3600
@\tIN\tSOA\tns1 hostmaster 2026112401 7200 3600 1209600 3600
\tIN\tNS\tns1
\tIN\tNS\tns2.example.net.
\tIN\tMX\t10 mx1
\tIN\tMX\t20 mx2
\tIN\tTXT\t"v=spf1 mx -all"
`;
const TAIL = `ns1\tIN\tA\t192.0.2.1
mx1\tIN\tA\t192.0.2.2
mx2\tIN\tA\t192.0.2.3
_dmarc\tIN\tTXT\t"v=DMARC1; p=reject; rua=mailto:d@example.com"
`;

test("a key goes behind the records of the zone, in strings of at most 255 octets, and no rule complains", () => {
  const record = recordOf(rsaKey(2048));
  assert.ok(record.length > 400);
  const { text, findings } = written(HEAD + TAIL, { kind: "dkim", domain: "example.com", selector: "s1", record });
  const [line = ""] = text.slice(HEAD.length).split("\n");
  assert.match(line, /^s1\._domainkey\tIN\tTXT\t"v=DKIM1; k=rsa; p=[^"]{200,}" "[^"]+"$/);
  assert.equal([...line.matchAll(/"([^"]*)"/g)].map(([, it]) => it).join(""), record);
  for (const [, it = ""] of line.matchAll(/"([^"]*)"/g)) assert.ok(it.length <= 255);
  assert.equal(text, `${HEAD}${line}\n${TAIL}`);
  assert.deepEqual(findings, []);
});

test("a key goes beside the keys that there are, relative to the origin there, and is taken out again", () => {
  const old = `$ORIGIN _domainkey.example.com.\ns0\tIN\tTXT\t"${recordOf(ed25519Key())}"\n$ORIGIN example.com.\nwww\tIN\tA\t192.0.2.9\n`;
  const zone = HEAD + TAIL + old;
  const wish = { domain: "example.com", selector: "s1", record: recordOf(rsaKey(2048)) };
  const { text, findings } = written(zone, { kind: "dkim", ...wish });
  assert.match(
    text,
    /\ns0\tIN\tTXT\t"v=DKIM1; k=ed25519; p=.{44}"\ns1\tIN\tTXT\t"v=DKIM1; k=rsa.*"\n\$ORIGIN example\.com\.\n/,
  );
  assert.deepEqual(findings, []);
  assert.equal(written(text, { kind: "removeDkim", domain: "example.com", selector: "s1" }).text, zone);
});

test("a subdomain's key and an absolute zone are written in their own way", () => {
  const zone =
    "example.com. 3600 IN SOA ns1.example.com. h.example.com. 1 7200 3600 1209600 3600\nexample.com. 3600 IN NS ns1.example.com.\n";
  const { text } = written(zone, { kind: "dkim", domain: "news.example.com", selector: "s1", record: "v=DKIM1; p=" });
  assert.match(text, /\ns1\._domainkey\.news\.example\.com\. 3600 IN TXT "v=DKIM1; p="\n$/);
});

test("a name that is taken or lies outside is refused", () => {
  const wish = { kind: "dkim" as const, selector: "s1", record: "v=DKIM1; p=" };
  assert.match(
    written(`${HEAD}s1._domainkey CNAME k.example.net.\n`, { ...wish, domain: "example.com" }).text,
    /^There is a record at `s1\._domainkey\.example\.com` already\./,
  );
  assert.match(written(HEAD, { ...wish, domain: "example.org" }).text, /does not belong into this zone/);
  assert.match(
    written(HEAD, { kind: "removeDkim", domain: "example.com", selector: "s9" }).text,
    /^There is no key record/,
  );
});
