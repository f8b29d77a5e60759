import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { keyShapeOf } from "../../../server/src/core/syntax/der.ts";
import { ed25519Key, pkcs1, rsaKey } from "../../support/keys.ts";

const HAS_OPENSSL = spawnSync("openssl", ["version"]).status === 0;

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"));
const summary = (bytes: Uint8Array) => {
  const { form, type, bits } = keyShapeOf(bytes);
  return { form, type, bits };
};

for (const bits of [512, 768, 1024, 2048, 4096]) {
  test(`an RSA key of ${bits} bits is read as node:crypto reads it, in both forms`, () => {
    const key = rsaKey(bits);
    assert.equal(key.publicKey.asymmetricKeyDetails?.modulusLength, bits);
    assert.deepEqual(summary(bytesOf(key.spki)), { form: "spki", type: "rsa", bits });
    const shape = keyShapeOf(bytesOf(pkcs1(key)));
    assert.deepEqual([shape.form, shape.type, shape.bits], ["pkcs1", "rsa", bits]);
    assert.equal(Buffer.from(shape.wanted ?? []).toString("base64"), key.spki, "its SPKI is OpenSSL's");
  });
}

test("a modulus whose length is no multiple of eight is measured to the bit", () => {
  const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 1025 });
  assert.equal(summary(publicKey.export({ type: "spki", format: "der" })).bits, 1025);
});

test("Ed25519 is told in SPKI and raw form", () => {
  const key = ed25519Key();
  assert.deepEqual(summary(bytesOf(key.raw)), { form: "raw", type: "ed25519", bits: 256 });
  const shape = keyShapeOf(bytesOf(key.spki));
  assert.deepEqual([shape.form, shape.type], ["spki", "ed25519"]);
  assert.equal(Buffer.from(shape.wanted ?? []).toString("base64"), key.raw);
});

test("keys of other algorithms and private keys are told", () => {
  const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const der = (key: KeyObject, type: "spki" | "pkcs8" | "pkcs1" | "sec1") =>
    new Uint8Array(key.export({ type: type as "pkcs8", format: "der" }) as unknown as Buffer);
  assert.deepEqual(summary(der(ec.publicKey, "spki")), { form: "spki", type: "other", bits: 0 });
  assert.equal(summary(der(ec.privateKey, "sec1")).form, "private");
  assert.equal(summary(der(ec.privateKey, "pkcs8")).form, "private");
  assert.equal(summary(der(rsaKey(1024).privateKey, "pkcs1")).form, "private");
  assert.equal(summary(der(rsaKey(1024).privateKey, "pkcs8")).form, "private");
  assert.equal(summary(der(ed25519Key().privateKey, "pkcs8")).form, "private");
});

test("a certificate is told", { skip: !HAS_OPENSSL }, () => {
  const pem = execFileSync(
    "openssl",
    [
      "req",
      "-x509",
      "-newkey",
      "rsa:1024",
      "-nodes",
      "-keyout",
      "/dev/null",
      "-subj",
      "/CN=example.com",
      "-outform",
      "DER",
    ],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  assert.equal(summary(new Uint8Array(pem)).form, "certificate");
});

test("every shortened key is unreadable, as for node:crypto", () => {
  const whole = bytesOf(rsaKey(1024).spki);
  for (let length = 0; length < whole.length; length++) {
    const part = whole.subarray(0, length);
    assert.throws(() => createPublicKey({ key: Buffer.from(part), type: "spki", format: "der" }));
    const { form, promisedOctets } = keyShapeOf(part);
    if (length === 32) continue; // 32 octets are an Ed25519 key, as far as anybody can tell
    assert.ok(form === "truncated" || length < 3, `${length}: ${form}`);
    if (form === "truncated") assert.equal(promisedOctets, whole.length);
  }
});

test("OpenSSL reads what is said to be an SPKI, and its bits", { skip: !HAS_OPENSSL }, () => {
  for (const { spki } of [rsaKey(512), rsaKey(1024), rsaKey(2048), ed25519Key()]) {
    const args = ["pkey", "-pubin", "-inform", "DER", "-text_pub", "-noout"];
    const text = execFileSync("openssl", args, { input: bytesOf(spki), encoding: "utf8" });
    const [, bits = "256"] = /\((\d+) bit/.exec(text) ?? [];
    assert.equal(keyShapeOf(bytesOf(spki)).bits, Number(bits));
  }
});

test("what is read as a whole key after a random change, node:crypto reads too", () => {
  const whole = bytesOf(rsaKey(512).spki);
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (at, octet) => {
      const changed = Uint8Array.from(whole);
      changed[at] = octet;
      const { form, type } = keyShapeOf(changed);
      if (form !== "spki" || type !== "rsa") return;
      assert.equal(
        createPublicKey({ key: Buffer.from(changed), type: "spki", format: "der" }).asymmetricKeyType,
        "rsa",
      );
    }),
  );
});

test("any octets are taken", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => assert.ok(keyShapeOf(bytes).form)));
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0x30, 0x02, 0x03, 0x04, 0x06, 0x81, 0x82, 0x80, 0, 1, 2, 5, 0xff)), (bytes) =>
      assert.ok(keyShapeOf(Uint8Array.from(bytes)).form),
    ),
  );
});
