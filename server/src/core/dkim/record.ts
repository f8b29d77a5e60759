import type { PublicKey } from "../host.ts";
import { publicValueOf } from "../model/crossZone.ts";

/** The text of a key record (RFC 6376 §3.6.1, RFC 8463 §4.2). */
export function dkimRecordOf(key: PublicKey): string {
  return `v=DKIM1; k=${key.type === "ed25519" ? "ed25519" : "rsa"}; p=${publicValueOf(key)}`;
}

/** Whether a text can be a selector: labels of letters, digits and hyphens (RFC 6376 §3.1, RFC 5321 §2.3.5). */
export function isSelector(text: string): boolean {
  return (
    text.length <= 100 &&
    /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i.test(text)
  );
}

/**
 * A selector that tells when its key was made, and is not in use: `s202611`, `s202611b`.
 *
 * @param now milliseconds since 1970
 */
export function freeSelector(now: number, taken: readonly string[]): string {
  const date = new Date(now);
  const base = `s${date.getUTCFullYear()}${String(date.getUTCMonth() + 1).padStart(2, "0")}`;
  const used = new Set(taken.map((it) => it.toLowerCase()));
  for (const letter of ["", ..."bcdefghijklmnopqrstuvwxyz"]) if (!used.has(base + letter)) return base + letter;
  return `${base}-${used.size}`;
}
