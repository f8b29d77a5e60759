import { SRV_PORTS } from "../../facts/srvPorts.ts";
import { LOWER, latin1 } from "./characters.ts";
import { type EntryScanner, QUOTED } from "./scanner.ts";

/**
 * Keys of which nothing is to be said, in base64 (RFC 6376 §3.6.1, RFC 8463 §4): RSA of 2,048 and 4,096 bits with the exponent
 * 65,537, whose DER differs in the modulus alone, and Ed25519. Whoever writes another form is looked at by the rules.
 */
const RSA_2048 = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA[g-z0-9+/][A-Za-z0-9+/]{340}[AQgw]IDAQAB";
const RSA_4096 = "MIICIjANBgkqhkiG9w0BAQEFAAOCAg8AMIICCgKCAgEA[g-z0-9+/][A-Za-z0-9+/]{681}[AEIMQUYcgkosw048]CAwEAAQ==";
const ED25519 = "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=";
const KEY = new RegExp(
  `^v=DKIM1; ?(?:h=sha256; ?)?(?:(?:k=rsa; ?)?(?:t=s; ?)?p=(?:${RSA_2048}|${RSA_4096})|k=ed25519; ?(?:t=s; ?)?p=${ED25519});?$`,
);
const MOST_OCTETS = 1024;
const LEAST_OCTETS = 60;

const joined = new Uint8Array(MOST_OCTETS);
const DECODER = new TextDecoder();

/** Whether a text is a DKIM key that no rule about its data has anything to say of. `first` is its first string's token. */
export function isPlainKey(bytes: Uint8Array, { count, from, to, kind }: EntryScanner, first: number): boolean {
  let length = 0;
  for (let token = first; token < count; token++) {
    if (kind[token] !== QUOTED) return false;
    const start = from[token]! + 1;
    const end = to[token]! - 1;
    if (length + end - start > MOST_OCTETS) return false;
    for (let at = start; at < end; at++) joined[length++] = bytes[at]!;
  }
  return length > LEAST_OCTETS && KEY.test(DECODER.decode(joined.subarray(0, length)));
}

/** Whether a service has its registered port, or none is known. The scanner stands on an SRV record that spells its owner. */
export function isUsualPort(bytes: Uint8Array, { from, to }: EntryScanner, port: number): boolean {
  let end = from[0]!;
  while (end < to[0]! && bytes[end] !== 46) end++;
  const usual = SRV_PORTS.get(latin1(bytes, from[0]!, end).toLowerCase());
  return usual === undefined || usual === port;
}

/** Whether `_domainkey` is a label of a name as written. */
export function spellsDomainKey(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at + LABEL.length <= end; at++) {
    let length = 0;
    while (length < LABEL.length && LOWER[bytes[at + length]!] === LABEL[length]) length++;
    if (length === LABEL.length && (at + length === end || bytes[at + length] === 46)) return true;
    while (at < end && bytes[at] !== 46) at++;
  }
  return false;
}
const LABEL = Uint8Array.from("_domainkey", (it) => it.charCodeAt(0));
