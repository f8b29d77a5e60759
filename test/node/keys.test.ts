import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileSafety, publicKeyOf, rememberGit } from "../../server/src/node/keys.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test("the public half of RSA and Ed25519 keys, in either PEM form", () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 1024 });
  const spki = new Uint8Array(publicKey.export({ type: "spki", format: "der" }));
  for (const type of ["pkcs8", "pkcs1"] as const) {
    const found = publicKeyOf(bytes(privateKey.export({ type, format: "pem" }).toString()));
    assert.deepEqual(found, { spkiDer: spki, type: "rsa", bits: 1024 });
  }
  const ed25519 = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  assert.equal(publicKeyOf(bytes(ed25519))?.bits, 256);
});

test("a text that is no private key", () => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const locked = privateKey.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "x" });
  for (const text of ["", "x", publicKey.export({ type: "spki", format: "pem" }).toString(), locked.toString()])
    assert.equal(publicKeyOf(bytes(text)), undefined);
});

test("who else may read a file, and whether git would commit it", (context) => {
  const folder = mkdtempSync(join(tmpdir(), "mailconfig-keys-"));
  context.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "s.pem");
  writeFileSync(path, "");
  chmodSync(path, 0o600);
  assert.equal(fileSafety(path)?.isSeenByGit, undefined);
  execFileSync("git", ["init", "-q", folder]);
  assert.equal(fileSafety(path)?.isSeenByGit, true);
  writeFileSync(join(folder, ".gitignore"), "*.pem\n");
  assert.equal(fileSafety(path)?.isSeenByGit, false);
  if (process.platform !== "win32") {
    assert.equal(fileSafety(path)?.isReadableByOthers, false);
    chmodSync(path, 0o644);
    assert.equal(fileSafety(path)?.isReadableByOthers, true);
  }
  assert.equal(fileSafety(join(folder, "none")), undefined);
});

test("git is asked about a path once in ten seconds, not at each keystroke", () => {
  let clock = 0;
  const asked: string[] = [];
  const ask = rememberGit(
    () => clock,
    (path) => asked.push(path) === 1,
  );
  assert.deepEqual([ask("a.pem"), ask("a.pem"), ask("b.pem")], [true, true, false]);
  clock = 10_000;
  assert.equal(ask("a.pem"), false);
  assert.deepEqual(asked, ["a.pem", "b.pem", "a.pem"]);
});
