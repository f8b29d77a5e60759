import { generateKeyPairSync, type KeyObject } from "node:crypto";

/** `p=` of a record, for texts that must not change between runs. */
export const RSA_2048 =
  "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAsULCB6IzsGRZ3UBYHEmLx4z5uuXQLZf3HipeFATorBSb/QFWZLFVlx2XjdEcZ92zutb1zCZIQRS0olAjVsFk21AQ476fMhGO+v+y5nwnbhQcO3gqP8CUtZEG4/RNjQiF0MSsM1iY1Br9sa6i2Ln7m46E71Xkp4aQ+XVxLJiEIOglNM/8v1ZJ3+EEhH2H5KYrQrQzg/U9uoF3Fj/RFcnjUbUt1H/ni9ZiP9Aaa1g9obmh9/W+Wi11hcBdGGu4y1lrdQn4y7JLAJHhPEEH5/KtnLWSU/RrnrgR+xIG8k9/kc1HSSP9rZZ26AUcUS1ZysGAIe2xrDlAZoLnaVyKEmbKmwIDAQAB";

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
