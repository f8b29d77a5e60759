import { createHash, createPublicKey, type KeyObject, verify } from "node:crypto";
import type { MessageCrypto } from "../core/model/dkimVerify.ts";

/** Node's own cryptography, for signatures of mail. */
export const messageCrypto: MessageCrypto = {
  sha256: (text) => createHash("sha256").update(text, "latin1").digest("base64"),
  verify: (type, bytes, text, signature) => {
    const key = type === "rsa" ? rsaKey(bytes) : edwardsKey(bytes);
    if (key === undefined) return undefined;
    const data = Buffer.from(text, "latin1");
    // RFC 8463 §3: Ed25519 signs the hash, RSA hashes by itself.
    if (type === "ed25519") return verify(null, createHash("sha256").update(data).digest(), key, signature);
    return verify("sha256", data, key, signature);
  },
};

function rsaKey(bytes: Uint8Array): KeyObject | undefined {
  const key = Buffer.from(bytes);
  return (
    keyOf(() => createPublicKey({ key, format: "der", type: "spki" })) ??
    keyOf(() => createPublicKey({ key, format: "der", type: "pkcs1" }))
  );
}

function edwardsKey(bytes: Uint8Array): KeyObject | undefined {
  const x = Buffer.from(bytes).toString("base64url");
  return keyOf(() => createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" }));
}

function keyOf(read: () => KeyObject): KeyObject | undefined {
  try {
    return read();
  } catch {
    // node:crypto throws for everything that is no key.
    return undefined;
  }
}
