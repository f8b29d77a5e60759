import { generateKeyPairSync, type KeyObject } from "node:crypto";

export interface TestKey {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
  /** SubjectPublicKeyInfo in base64: what `p=` of an RSA record holds. */
  readonly spki: string;
}

const made = new Map<string, TestKey>();

/** A throw-away RSA key; one of each length a test run. */
export function rsaKey(bits: number): TestKey {
  return keyOf(`rsa${bits}`, () => generateKeyPairSync("rsa", { modulusLength: bits }));
}

/** A throw-away Ed25519 key; `raw` is what `p=` of an Ed25519 record holds (RFC 8463 §4). */
export function ed25519Key(): TestKey & { readonly raw: string } {
  const key = keyOf("ed25519", () => generateKeyPairSync("ed25519"));
  return { ...key, raw: Buffer.from(key.spki, "base64").subarray(-32).toString("base64") };
}

/** A public RSA key in PKCS#1, in base64. */
export function pkcs1(key: TestKey): string {
  return key.publicKey.export({ type: "pkcs1", format: "der" }).toString("base64");
}

function keyOf(name: string, make: () => { publicKey: KeyObject; privateKey: KeyObject }): TestKey {
  const old = made.get(name);
  if (old) return old;
  const { publicKey, privateKey } = make();
  const spki = publicKey.export({ type: "spki", format: "der" }).toString("base64");
  const key = { publicKey, privateKey, spki };
  made.set(name, key);
  return key;
}
