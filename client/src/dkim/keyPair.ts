import { generateKeyPair, type KeyObject } from "node:crypto";
import type { PublicKey } from "../../../server/src/core/host.ts";
import { publicKeyOf } from "../../../server/src/node/keys.ts";

/** RSA 2048 (RFC 8301 §3.2), or Ed25519 (RFC 8463). */
export type KeyType = "rsa" | "ed25519";

const RSA_BITS = 2048;

export interface DkimKeyPair {
  /** PKCS#8. Never shown, never logged. */
  readonly privatePem: string;
  readonly publicKey: PublicKey;
}

/** Makes a key that signs mail. RSA takes a moment. */
export async function createKeyPair(type: KeyType): Promise<DkimKeyPair> {
  const privateKey = await generate(type);
  const privatePem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const publicKey = publicKeyOf(Buffer.from(privatePem));
  if (publicKey === undefined) throw new Error("The key that was made cannot be read.");
  return { privatePem, publicKey };
}

function generate(type: KeyType): Promise<KeyObject> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, _publicKey: KeyObject, privateKey: KeyObject) =>
      error === null ? resolve(privateKey) : reject(error);
    if (type === "rsa") generateKeyPair("rsa", { modulusLength: RSA_BITS, publicExponent: 0x10001 }, done);
    else generateKeyPair("ed25519", undefined, done);
  });
}
