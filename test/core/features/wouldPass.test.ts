import assert from "node:assert/strict";
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { test } from "node:test";
import { readSigningKey, signMessage } from "../../../client/src/mail/dkimSign.ts";
import { createEngine } from "../../../server/src/core/engine/engine.ts";
import { passLines, passSummary } from "../../../server/src/core/features/wouldPass/lines.ts";
import { wouldPass } from "../../../server/src/core/features/wouldPass/wouldPass.ts";
import { translator } from "../../../server/src/core/locale.ts";
import { messageCrypto } from "../../../server/src/node/messageCrypto.ts";
import { memoryHost } from "../../support/memoryHost.ts";

const NOW = Date.UTC(2026, 10, 24);
const PEM = { type: "pkcs8", format: "pem" } as const;
const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const edwards = generateKeyPairSync("ed25519");
const MESSAGE = "From: Ops <ops@example.com>\r\nTo: a@example.net\r\nSubject: Hello\r\n\r\nIt works.\r\n";

function published(key: KeyObject): string {
  const der = key.export({ type: "spki", format: "der" });
  const bytes = key.asymmetricKeyType === "rsa" ? der : der.subarray(-32);
  const strings = (bytes.toString("base64").match(/.{1,200}/g) ?? []).map((it) => `"${it}"`).join(" ");
  return `( "v=DKIM1; k=${key.asymmetricKeyType}; p=" ${strings} )`;
}

function signed(selector = "s1", domain = "example.com", key: KeyObject = rsa.privateKey): string {
  const own = readSigningKey(domain, selector, Buffer.from(key.export(PEM)));
  assert.ok(own);
  return Buffer.from(signMessage(Buffer.from(MESSAGE), [own], NOW)).toString("latin1");
}

interface World {
  readonly records?: string;
  readonly message?: string;
  readonly sender?: string;
  readonly ip?: string;
  readonly host?: string;
  readonly zones?: string;
}

async function rowsOf({ records = "", message = MESSAGE, sender = "ops@example.com", zones, ...query }: World) {
  const zone = `$ORIGIN example.com.\n$TTL 300\n@ SOA ns h 1 2 3 4 5\n@ NS ns\nns A 192.0.2.1\nmail A 192.0.2.5\n${records}\n`;
  const files = { "example.com.zone": zone };
  const text = `version: 1\n${zones ?? "zones: { example.com: example.com.zone }\n"}dkim: [ { domain: example.com, selector: s1, privateKeyFile: k } ]\n`;
  const config = createEngine(memoryHost({ files })).open(".mailconfig.yaml", "config", text);
  assert.equal(config.kind, "config");
  const rows = await wouldPass({
    config,
    query: { message, sender, ...query },
    crypto: messageCrypto,
    now: NOW,
    t: translator(),
  });
  const lines = passLines(rows, ({ path, range }) => `${path}:${range.start.line + 1}:${range.start.character + 1}`);
  return { rows, summary: passSummary(rows), text: lines.join("\n") };
}

const SPF = '@ TXT "v=spf1 ip4:192.0.2.5 -all"\n';
const DMARC = '_dmarc TXT "v=DMARC1; p=reject"\n';
const KEY = `s1._domainkey TXT ${published(rsa.publicKey)}\n`;

test("a signed mail from a listed address passes all three, by RSA and by Ed25519", async () => {
  const { summary, text } = await rowsOf({ records: SPF + DMARC + KEY, message: signed(), ip: "192.0.2.5" });
  assert.equal(summary, "spf=pass dkim=pass dmarc=pass");
  assert.doesNotMatch(text, /→/);
  const ed = `s2._domainkey TXT ${published(edwards.publicKey)}\n`;
  const other = await rowsOf({ records: SPF + DMARC + ed, message: signed("s2", "example.com", edwards.privateKey) });
  assert.equal(other.summary, "spf=unknown dkim=pass dmarc=pass");
});

test("the address of an own server stands for the one that hands the mail over; a provider's is not known", async () => {
  assert.match(
    (await rowsOf({ records: SPF, host: "mail.example.com" })).text,
    /^spf=pass +example\.com: 192\.0\.2\.5 may send/,
  );
  assert.equal((await rowsOf({ records: SPF, host: "smtp.provider.example" })).rows[0]?.result, "unknown");
});

test("another address fails, and the term that decides is shown", async () => {
  const { rows, text } = await rowsOf({ records: SPF + DMARC, ip: "198.51.100.9" });
  assert.deepEqual(
    rows.map(({ check, result }) => `${check}=${result}`),
    ["spf=fail", "dkim=none", "dmarc=fail"],
  );
  assert.match(
    text,
    /198\.51\.100\.9 may not send for example\.com\.\n +→ List the sending host .*\(example\.com\.zone:7:29\)/,
  );
  assert.match(text, /Neither SPF nor DKIM passes for example\.com\. Receivers reject the mail \(`reject`\)\./);
});

for (const [title, change, result, why] of [
  [
    "a changed body",
    (it: string) => it.replace("It works", "It worked"),
    "fail",
    /body is not the one that was signed/,
  ],
  ["a changed subject", (it: string) => it.replace("Hello", "Hullo"), "fail", /does not fit the key/],
  [
    "a second From above",
    (it: string) => it.replace(/^From:/m, "From: eve@example.org\r\nFrom:"),
    "fail",
    /does not fit the key/,
  ],
  ["an expired signature", (it: string) => it.replace("; t=", "; x=1000; t="), "fail", /has expired/],
  [
    "no `c=`, which means `simple`",
    (it: string) => it.replace(/c=relaxed[^;]*;\s*/, ""),
    "fail",
    /does not fit the key/,
  ],
  ["a tag that stands there twice", (it: string) => it.replace("; t=", "; s=s1; t="), "permerror", /lacks what/],
  ["no `h=`", (it: string) => it.replace(/h=[^;]*;/, ""), "permerror", /lacks what receivers need/],
  [
    "an old algorithm",
    (it: string) => it.replace("a=rsa-sha256", "a=rsa-sha1"),
    "permerror",
    /algorithm that receivers do not take/,
  ],
] as const) {
  test(`${title}: ${result}`, async () => {
    const { rows } = await rowsOf({ records: KEY, message: change(signed()) });
    const row = rows.find(({ check }) => check === "dkim");
    assert.equal(row?.result, result);
    assert.match(row?.why ?? "", why);
  });
}

for (const [title, records, why, next] of [
  ["no key", "", /There is no key at s1\._domainkey/, /Publish the key/],
  [
    "another key",
    `s1._domainkey TXT ${published(generateKeyPairSync("rsa", { modulusLength: 1024 }).publicKey)}\n`,
    /does not fit the key/,
    /Publish the public half/,
  ],
  ["a revoked key", 's1._domainkey TXT "v=DKIM1; p="\n', /revoked/, /public half/],
  ["a key of another type", `s1._domainkey TXT ${published(edwards.publicKey)}\n`, /another type/, /public half/],
  ["a record that allows SHA-1 only", KEY.replace("k=rsa", "h=sha1; k=rsa"), /does not allow SHA-256/, /`h=`/],
  ["a record that is not for mail", KEY.replace("k=rsa", "s=tlsrpt; k=rsa"), /not for mail/, /`s=`/],
  [
    "a short key",
    `s1._domainkey TXT ${published(generateKeyPairSync("rsa", { modulusLength: 512 }).publicKey)}\n`,
    /shorter than 1024/,
    /2048/,
  ],
  ["two records", KEY + KEY.replace("k=rsa", "n=x; k=rsa"), /Several TXT records/, /Leave one/],
] as const) {
  test(`${title} at the selector is told with its place`, async () => {
    const { rows } = await rowsOf({ records, message: signed() });
    const row = rows.find(({ check }) => check === "dkim");
    assert.match(row?.why ?? "", why);
    assert.match(row?.next ?? "", next);
    assert.equal(row?.place?.path, records === "" ? ".mailconfig.yaml" : "example.com.zone");
  });
}

test("what passes for another organization does not help, and strict alignment wants the very domain", async () => {
  const zones = "zones: { example.com: example.com.zone, news.example.com: example.com.zone }\n";
  const message = MESSAGE.replace("ops@example.com", "ops@news.example.com");
  const own = readSigningKey("example.com", "s1", Buffer.from(rsa.privateKey.export(PEM)));
  assert.ok(own);
  const raw = Buffer.from(signMessage(Buffer.from(message), [own], NOW)).toString("latin1");
  const relaxed = await rowsOf({ records: DMARC + KEY, message: raw, zones });
  assert.match(relaxed.text, /dmarc=pass +news\.example\.com: DKIM passes and aligns/);
  const strict = await rowsOf({
    records: DMARC.replace("p=reject", "p=reject; adkim=s; aspf=s") + KEY,
    message: raw,
    zones,
    ip: "192.0.2.9",
  });
  assert.match(strict.text, /dmarc=fail +news\.example\.com: DKIM passes for example\.com, which does not align/);
});

test("a file without zones tells nothing, and raises no alarm", async () => {
  const { rows } = await rowsOf({ zones: "", message: signed(), ip: "192.0.2.5" });
  assert.ok(
    rows.every(({ result }) => result === "unknown"),
    JSON.stringify(rows),
  );
});

test("any message is read without a fault of ours", async () => {
  for (const message of [
    "",
    "\r\n",
    "From",
    "From: \r\n\r\n",
    "DKIM-Signature: v=1; b=;\r\n\r\n",
    "\u0000\u00ff: x\n\n",
    signed().slice(0, 300),
  ]) {
    await rowsOf({ records: SPF + KEY, message, sender: "" });
  }
});
