import { say } from "../../../locale.ts";
import { skipName } from "./wire.ts";

const NAMED = say("base64 of a domain name, then of a key");
const NUMBERED = say("base64 of an object identifier, then key");

const PRIVATE_DNS = 253;
const PRIVATE_OID = 254;
const KEY_TYPES: ReadonlySet<number> = new Set([25, 48, 57, 60]);

/** Whether the key itself begins with the name of its algorithm (RFC 4034 §A.1.1). */
export function namesItsAlgorithm(type: number, numbers: Float64Array): boolean {
  return KEY_TYPES.has(type) && (numbers[2] === PRIVATE_DNS || numbers[2] === PRIVATE_OID);
}

/** What a key of `length` octets under a private algorithm should have been; `undefined` where it fits. */
export function privateKeyWants(algorithm: number, data: Uint8Array, length: number): string | undefined {
  const key = data.subarray(0, length);
  if (algorithm === PRIVATE_DNS) {
    const end = skipName(key, 0);
    return end > 0 && end < length ? undefined : NAMED;
  }
  // The RFC puts a length before the identifier, which BIND lacks.
  return isIdentifier(key, 0) || isIdentifier(key, 1) ? undefined : NUMBERED;
}

/** Whether an object identifier begins at `at` in BER (tag 6, its length, groups that end with an octet below 128), and more follows. */
function isIdentifier(key: Uint8Array, at: number): boolean {
  const end = at + 2 + (key[at + 1] ?? 0);
  return key[at] === 6 && end > at + 2 && end < key.length && (key[end - 1] ?? 0x80) < 0x80;
}
