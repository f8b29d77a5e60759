import { decodeBase64 } from "../syntax/base64.ts";
import { type DkimRecord, parseDkim } from "../syntax/dkim.ts";
import { canonicalBody, type MessageParts, signedText } from "./dkimCanonical.ts";
import type { DkimSignature } from "./dkimSignature.ts";

/** What of cryptography a verifier needs; texts have one character an octet. */
export interface MessageCrypto {
  /** In base64. */
  sha256(text: string): string;
  /**
   * @param key as `p=` holds it: SubjectPublicKeyInfo or PKCS #1 for RSA, 32 octets for Ed25519
   * @returns `undefined` where the key is none
   */
  verify(type: "rsa" | "ed25519", key: Uint8Array, text: string, signature: Uint8Array): boolean | undefined;
}

/** Why a signature does not count, in the order in which receivers look (RFC 6376 §6.1). */
export type DkimFault =
  | "algorithm"
  | "noFrom"
  | "identity"
  | "expired"
  | "key"
  | "revoked"
  | "keyType"
  | "hash"
  | "service"
  | "weak"
  | "body"
  | "headers";

/** No receiver takes a shorter RSA key (RFC 8301 §3.2). */
const LEAST_BITS = 1024;

/**
 * Checks one signature with the key record that its selector publishes.
 *
 * @param now seconds since 1970
 * @returns `undefined` where it holds
 */
export function signatureFault(
  { fields, body }: MessageParts,
  signature: DkimSignature,
  record: string,
  crypto: MessageCrypto,
  now: number,
): DkimFault | undefined {
  const type = TYPES[signature.algorithm];
  if (type === undefined) return "algorithm";
  const ofSignature = faultOfSignature(signature, now);
  if (ofSignature !== undefined) return ofSignature;
  const { root } = parseDkim(record);
  const ofRecord = faultOfRecord(root, type, signature);
  if (ofRecord !== undefined) return ofRecord;
  const whole = canonicalBody(body, signature.body);
  const signed = signature.length === undefined ? whole : whole.slice(0, signature.length);
  if ((signature.length ?? 0) > whole.length || crypto.sha256(signed) !== signature.bodyHash) return "body";
  const key = root.key && decodeBase64(record, root.key.bodySpan).bytes;
  const text = signedText(
    fields.filter((it) => it !== signature.field),
    signature.names,
    signature.field,
    signature.headers,
  );
  const holds = key && crypto.verify(type, key, text, decodeBase64(signature.signature).bytes);
  if (holds === undefined) return "key";
  return holds ? undefined : "headers";
}

const TYPES: Readonly<Record<string, "rsa" | "ed25519">> = { "rsa-sha256": "rsa", "ed25519-sha256": "ed25519" };

function faultOfSignature({ names, identity, domain, expires }: DkimSignature, now: number): DkimFault | undefined {
  if (!names.includes("from")) return "noFrom";
  if (identity !== domain && !identity.endsWith(`.${domain}`)) return "identity";
  return expires !== undefined && expires < now ? "expired" : undefined;
}

function faultOfRecord(record: DkimRecord, type: string, signature: DkimSignature): DkimFault | undefined {
  const { key, version, keyType, hashes, services, flags } = record;
  if (key === undefined || version.state === "wrong") return "key";
  if (key.form === "empty") return "revoked";
  if (keyType.toLowerCase() !== type) return "keyType";
  if (hashes.length > 0 && !hashes.some(({ text }) => text.toLowerCase() === "sha256")) return "hash";
  if (services.length > 0 && !services.some(({ text }) => text === "*" || text.toLowerCase() === "email"))
    return "service";
  if (flags.some(({ text }) => text.toLowerCase() === "s") && signature.identity !== signature.domain)
    return "identity";
  return type === "rsa" && key.bits !== undefined && key.bits > 0 && key.bits < LEAST_BITS ? "weak" : undefined;
}
