import { generateKeyPairSync, type KeyObject } from "node:crypto";

/** A zone of example.com whose mail passes from this machine, with a key of each kind under `s1` and `s2`. */
export interface DkimZone {
  readonly text: string;
  /** Private keys in PEM, by selector. */
  readonly keys: { readonly s1: string; readonly s2: string };
}

export function createDkimZone(): DkimZone {
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const ed25519 = generateKeyPairSync("ed25519");
  const pem = (key: KeyObject) => String(key.export({ type: "pkcs8", format: "pem" }));
  const text = `$ORIGIN example.com.
$TTL 300
@ SOA ns hostmaster 1 3600 600 864000 300
@ NS ns
@ MX 10 mail
ns A 127.0.0.1
mail A 127.0.0.1
@ TXT "v=spf1 ip4:127.0.0.1 -all"
_dmarc TXT "v=DMARC1; p=reject"
${keyRecord("s1", rsa.publicKey)}
${keyRecord("s2", ed25519.publicKey)}
`;
  return { text, keys: { s1: pem(rsa.privateKey), s2: pem(ed25519.privateKey) } };
}

/** The record of a public key (RFC 6376 §3.6.1; RFC 8463 §4: the last 32 octets of an Ed25519 key are the key itself). */
export function keyRecord(selector: string, key: KeyObject): string {
  const der = key.export({ type: "spki", format: "der" });
  const base64 = (key.asymmetricKeyType === "rsa" ? der : der.subarray(-32)).toString("base64");
  const strings = (base64.match(/.{1,200}/g) ?? []).map((part) => `"${part}"`).join(" ");
  return `${selector}._domainkey TXT ( "v=DKIM1; k=${key.asymmetricKeyType}; p=" ${strings} )`;
}
