import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createDkimKey, publishDkimKey, removeDkimKey, rotateDkimKey } from "../../../client/src/commands/dkimKey.ts";
import { configWorld } from "./configWorld.ts";

const CONFIG = `# keys
version: 1
domain: example.com
zones:
  example.com: example.com.zone
`;
const ZONE = `$TTL 3600
@ IN SOA ns1 hostmaster 2026112401 7200 3600 1209600 3600
@ IN NS ns1
@ IN NS ns2.example.net.
@ IN MX 10 mx1
@ IN MX 20 mx2
@ IN TXT "v=spf1 mx -all"
_dmarc IN TXT "v=DMARC1; p=reject; rua=mailto:d@example.com"
ns1 IN A 192.0.2.1
mx1 IN A 192.0.2.2
mx2 IN A 192.0.2.3
`;
const FILES = { ".mailconfig.yaml": CONFIG, "example.com.zone": ZONE };
const isPosix = process.platform !== "win32";

function git(folder: string, ...args: string[]): string {
  return execFileSync("git", ["-C", folder, "-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
    encoding: "utf8",
  });
}

/** The key that a zone publishes, as OpenSSL reads it. */
function publishedKey(zone: string, selector: string): string {
  const line = zone.split("\n").find((it) => it.startsWith(`${selector}._domainkey`)) ?? "";
  const text = [...line.matchAll(/"([^"]*)"/g)].map(([, it]) => it).join("");
  return /p=([^;]+)/.exec(text)?.[1] ?? "";
}

test("RSA: file, record and entry; no rule complains, and OpenSSL verifies a signature with what is published", async (t) => {
  const it = configWorld(t, { files: FILES, replies: ["RSA 2048"] });
  assert.equal(await createDkimKey(it.tools), true);
  assert.equal(
    it.read(".mailconfig.yaml"),
    `${CONFIG}dkim:\n  - { domain: example.com, selector: s202611, privateKeyFile: keys/s202611.pem }\n`,
  );
  assert.deepEqual([it.findings(".mailconfig.yaml"), it.findings("example.com.zone")], [[], []]);
  if (isPosix) assert.equal(statSync(join(it.folder, "keys/s202611.pem")).mode & 0o777, 0o600);
  if (isPosix) assert.equal(statSync(join(it.folder, "keys")).mode & 0o777, 0o700);
  const spki = publishedKey(it.read("example.com.zone"), "s202611");
  const pem = `-----BEGIN PUBLIC KEY-----\n${spki.replace(/.{64}/g, "$&\n")}\n-----END PUBLIC KEY-----\n`;
  writeFileSync(join(it.folder, "public.pem"), pem);
  writeFileSync(join(it.folder, "text"), "a mail");
  const signature = sign("sha256", Buffer.from("a mail"), createPrivateKey(it.read("keys/s202611.pem")));
  writeFileSync(join(it.folder, "signature"), signature);
  const openssl = spawnSync(
    "openssl",
    ["dgst", "-sha256", "-verify", "public.pem", "-signature", "signature", "text"],
    { cwd: it.folder, encoding: "utf8" },
  );
  if (openssl.error === undefined) assert.equal(openssl.stdout, "Verified OK\n");
  assert.ok(verify("sha256", Buffer.from("a mail"), createPublicKey(pem), signature));
  assert.match(
    it.seen.at(-1) ?? "",
    /^info: The private key is in keys\/s202611\.pem, readable by you alone\. Its record stands in the zone.*\[Publish elsewhere…\]$/,
  );
});

test("Ed25519: the 32 octets are published, and they verify", async (t) => {
  const it = configWorld(t, { files: FILES, replies: ["Ed25519", "ed1"] });
  assert.equal(await createDkimKey(it.tools), true);
  assert.deepEqual([it.findings(".mailconfig.yaml"), it.findings("example.com.zone")], [[], []]);
  const raw = Buffer.from(publishedKey(it.read("example.com.zone"), "ed1"), "base64");
  assert.equal(raw.length, 32);
  const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), raw]);
  const signature = sign(null, Buffer.from("a mail"), createPrivateKey(it.read("keys/ed1.pem")));
  assert.ok(
    verify(null, Buffer.from("a mail"), createPublicKey({ key: spki, format: "der", type: "spki" }), signature),
  );
});

test("rotation keeps the old key until it is removed; then its record and its entry go", async (t) => {
  const it = configWorld(t, { files: FILES, replies: ["RSA 2048", "old"] });
  await createDkimKey(it.tools);
  const config = it.read(".mailconfig.yaml");
  const second = configWorld(t, {
    files: {
      ...FILES,
      ".mailconfig.yaml": config,
      "example.com.zone": it.read("example.com.zone"),
      "keys/old.pem": it.read("keys/old.pem"),
    },
  });
  assert.equal(await rotateDkimKey(second.tools), true);
  assert.match(second.read(".mailconfig.yaml"), /selector: old,.*\n {2}- \{ domain: example\.com, selector: s202611, /);
  assert.match(
    second.read("example.com.zone"),
    /\nold\._domainkey IN TXT .*\ns202611\._domainkey IN TXT "v=DKIM1; k=rsa/,
  );
  assert.match(second.seen.at(-1) ?? "", /The old key `old` stays/);
  const third = configWorld(t, {
    files: {
      ".mailconfig.yaml": second.read(".mailconfig.yaml"),
      "example.com.zone": second.read("example.com.zone"),
      "keys/old.pem": "x",
    },
    replies: ["old"],
  });
  assert.equal(await removeDkimKey(third.tools), true);
  assert.ok(!third.read(".mailconfig.yaml").includes("old"));
  assert.ok(!third.read("example.com.zone").includes("old._domainkey"));
  assert.ok(existsSync(join(third.folder, "keys/old.pem")), "the file goes only when the user says so");
});

test("a key file that is there is never overwritten, and then nothing else changes", async (t) => {
  const it = configWorld(t, { files: { ...FILES, "keys/s202611.pem": "precious" }, replies: ["RSA 2048"] });
  assert.equal(await createDkimKey(it.tools), false);
  assert.deepEqual(
    [it.read("keys/s202611.pem"), it.read(".mailconfig.yaml"), it.read("example.com.zone")],
    ["precious", CONFIG, ZONE],
  );
  assert.match(it.seen.at(-1) ?? "", /^error: keys\/s202611\.pem is there already/);
});

test("a selector that the zone has already leaves no key file behind", async (t) => {
  const it = configWorld(t, {
    files: { ...FILES, "example.com.zone": `${ZONE}s202611._domainkey IN CNAME k.example.net.\n` },
    replies: ["RSA 2048"],
  });
  assert.equal(await createDkimKey(it.tools), false);
  assert.ok(!existsSync(join(it.folder, "keys/s202611.pem")));
  assert.equal(it.read(".mailconfig.yaml"), CONFIG);
});

test("where the editor cannot change the files the key file goes again", async (t) => {
  const it = configWorld(t, { files: FILES, replies: ["Ed25519"], canApply: false });
  assert.equal(await createDkimKey(it.tools), false);
  assert.ok(!existsSync(join(it.folder, "keys/s202611.pem")));
});

test("inside git the key is made only when it is ignored, and .gitignore keeps what it says", async (t) => {
  const files = { ...FILES, ".gitignore": "node_modules" };
  const refused = configWorld(t, { files, replies: ["Ed25519", "s1", "Make no key"] });
  git(refused.folder, "init", "--quiet");
  assert.equal(await createDkimKey(refused.tools), false);
  assert.ok(!existsSync(join(refused.folder, "keys/s1.pem")));
  const it = configWorld(t, { files, replies: ["Ed25519", "s1", "Add it to .gitignore"] });
  git(it.folder, "init", "--quiet");
  assert.equal(await createDkimKey(it.tools), true);
  assert.equal(it.read(".gitignore"), "node_modules\n/keys/s1.pem\n");
  git(it.folder, "add", "--all");
  assert.ok(!git(it.folder, "ls-files").includes("s1.pem"));
  assert.deepEqual(it.findings(".mailconfig.yaml"), []);
  const ignored = configWorld(t, { files: { ...FILES, ".gitignore": "keys/\n" }, replies: ["Ed25519", "s1"] });
  git(ignored.folder, "init", "--quiet");
  assert.equal(await createDkimKey(ignored.tools), true);
  assert.equal(ignored.read(".gitignore"), "keys/\n");
});

test("a folder that leads out of the workspace is refused", { skip: !isPosix && "needs symbolic links" }, async (t) => {
  const outside = configWorld(t, {}).folder;
  const it = configWorld(t, { files: FILES, replies: ["Ed25519"] });
  symlinkSync(outside, join(it.folder, "keys"));
  assert.equal(await createDkimKey(it.tools), false);
  assert.match(it.seen.at(-1) ?? "", /outside of the workspace/);
  mkdirSync(join(outside, "x"));
});

test("without a zone file the record is published elsewhere; the private key is in no message", async (t) => {
  const it = configWorld(t, {
    files: { ".mailconfig.yaml": "version: 1\ndomain: example.org\n" },
    replies: ["RSA 2048"],
  });
  assert.equal(await createDkimKey(it.tools), true);
  assert.match(it.seen.at(-1) ?? "", /The config names no zone file for example\.org/);
  const second = configWorld(t, {
    files: { ".mailconfig.yaml": it.read(".mailconfig.yaml"), "keys/s202611.pem": it.read("keys/s202611.pem") },
    replies: ["Amazon Route 53, a change batch"],
  });
  assert.equal(await publishDkimKey(second.tools), true);
  const batch = JSON.parse(second.copied[0] ?? "");
  assert.equal(batch.Changes[0].ResourceRecordSet.Name, "s202611._domainkey.example.org.");
  const pem = readFileSync(join(it.folder, "keys/s202611.pem"), "utf8").split("\n")[3] ?? "";
  assert.ok(![...it.seen, ...second.seen, ...second.copied].some((text) => text.includes(pem)));
});

test("an untrusted workspace is refused", async (t) => {
  const it = configWorld(t, { files: FILES, isTrusted: false });
  for (const command of [createDkimKey, rotateDkimKey, removeDkimKey, publishDkimKey])
    assert.equal(await command(it.tools), false);
  assert.deepEqual([...new Set(it.seen)], ["error: Keys are made and read in a trusted workspace only."]);
});
