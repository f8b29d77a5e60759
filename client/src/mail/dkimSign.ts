import { createHash, createPrivateKey, type KeyObject, sign as signBytes } from "node:crypto";
import { domainToASCII } from "node:url";
import { canonicalBody, fieldName, messageParts, signedText } from "../../../server/src/core/model/dkimCanonical.ts";

export interface SigningKey {
  readonly domain: string;
  readonly selector: string;
  readonly privateKey: KeyObject;
}

/** What receivers show or act on (RFC 6376 §5.4.1). */
const SIGNED = [
  "from",
  "to",
  "subject",
  "date",
  "message-id",
  "mime-version",
  "content-type",
  "content-transfer-encoding",
  "disposition-notification-to",
];

const ALGORITHMS: Readonly<Record<string, string>> = { rsa: "rsa-sha256", ed25519: "ed25519-sha256" };

/** Reads a key in PEM. @returns `undefined` for what is no private key, is locked, or cannot sign mail */
export function readSigningKey(domain: string, selector: string, pem: Uint8Array): SigningKey | undefined {
  try {
    const privateKey = createPrivateKey(Buffer.from(pem));
    return ALGORITHMS[privateKey.asymmetricKeyType ?? ""] ? { domain, selector, privateKey } : undefined;
  } catch {
    // node:crypto throws for everything that is no key.
    return undefined;
  }
}

/**
 * Signs a message with each key, by RSA (RFC 6376) or Ed25519 (RFC 8463), as it stands there before any signature.
 *
 * @param now milliseconds since 1970
 */
export function signMessage(raw: Uint8Array, keys: readonly SigningKey[], now: number): Uint8Array {
  const { fields, body } = messageParts(Buffer.from(raw).toString("latin1"));
  const bodyHash = createHash("sha256").update(canonicalBody(body, "relaxed"), "latin1").digest("base64");
  const present = SIGNED.filter((name) => fields.some((field) => fieldName(field) === name));
  // `from` twice: nobody on the way may put another one above it (RFC 6376 §8.15).
  const names = ["from", ...present];
  const signatures = keys.map((key) => {
    const unsigned = unsignedField(key, names, bodyHash, now);
    return `${unsigned}${folded(signature(signedText(fields, names, unsigned, "relaxed"), key.privateKey))}\r\n`;
  });
  return Buffer.concat([Buffer.from(signatures.join(""), "latin1"), raw]);
}

function unsignedField(
  { domain, selector, privateKey }: SigningKey,
  names: readonly string[],
  bodyHash: string,
  now: number,
): string {
  const lines = [
    `DKIM-Signature: v=1; a=${ALGORITHMS[privateKey.asymmetricKeyType ?? ""]}; c=relaxed/relaxed;`,
    `d=${asciiName(domain)}; s=${asciiName(selector)}; t=${Math.floor(now / 1000)};`,
    `h=${names.join(":")};`,
    `bh=${bodyHash};`,
    "b=",
  ];
  return lines.join("\r\n ");
}

/** Nothing but a name: what else stands in the file must not begin another tag. */
function asciiName(name: string): string {
  return (domainToASCII(name) || name).toLowerCase().replace(/[^a-z0-9._-]/g, "");
}

function signature(text: string, key: KeyObject): string {
  const data = Buffer.from(text, "latin1");
  const isEdwards = key.asymmetricKeyType === "ed25519";
  // RFC 8463 §3: Ed25519 signs the hash, RSA hashes by itself.
  const bytes = isEdwards
    ? signBytes(null, createHash("sha256").update(data).digest(), key)
    : signBytes("sha256", data, key);
  return bytes.toString("base64");
}

function folded(base64: string): string {
  return base64.replace(/.{72}(?=.)/g, "$&\r\n ");
}
