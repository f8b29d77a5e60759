import { RECORD_TYPES } from "../../../facts/recordTypes.ts";
import { decimal } from "./numbers.ts";

/** Words in upper case that stand for numbers, found among bytes in any letter case without making a string. */
export class WordTable {
  readonly #byHash = new Map<number, readonly { readonly word: string; readonly value: number }[]>();

  constructor(words: Iterable<readonly [word: string, value: number]>) {
    for (const [word, value] of words) {
      let hash = 0;
      for (let at = 0; at < word.length; at++) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0;
      this.#byHash.set(hash, [...(this.#byHash.get(hash) ?? []), { word, value }]);
    }
  }

  /** The number of the word in `[from, to)`, or -1. */
  find(bytes: Uint8Array, from: number, to: number): number {
    let hash = 0;
    for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + upper(bytes[at] ?? 0)) | 0;
    const entries = this.#byHash.get(hash);
    if (entries === undefined) return -1;
    for (const { word, value } of entries) if (isWord(bytes, from, to, word)) return value;
    return -1;
  }
}

function upper(byte: number): number {
  return byte >= 97 && byte <= 122 ? byte - 32 : byte;
}

/** Whether `[from, to)` is this word (given in upper case) in any letter case. */
export function isWord(bytes: Uint8Array, from: number, to: number, word: string): boolean {
  if (to - from !== word.length) return false;
  for (let at = from; at < to; at++) if (upper(bytes[at] ?? 0) !== word.charCodeAt(at - from)) return false;
  return true;
}

/** NXNAME stands in type bitmaps only (RFC 9824 §3.4). */
const TYPES = new WordTable([...RECORD_TYPES.map((it) => [it.name, it.code] as const), ["NXNAME", 128]]);

/** The number of a record type by mnemonic or `TYPEnnn` (RFC 3597 §5), or -1. */
export function typeCode(bytes: Uint8Array, from: number, to: number): number {
  const known = TYPES.find(bytes, from, to);
  if (known >= 0 || to - from < 5 || !isWord(bytes, from, from + 4, "TYPE")) return known;
  return decimal(bytes, from + 4, to, 0xffff);
}

/** DNSSEC algorithm numbers, with the spellings that BIND and the registry have. */
const ALGORITHMS = new WordTable([
  ["DELETE", 0],
  ["RSAMD5", 1],
  ["DH", 2],
  ["DSA", 3],
  ["ECC", 4],
  ["RSASHA1", 5],
  ["NSEC3DSA", 6],
  ["DSA-NSEC3-SHA1", 6],
  ["NSEC3RSASHA1", 7],
  ["RSASHA1-NSEC3-SHA1", 7],
  ["RSASHA256", 8],
  ["RSASHA512", 10],
  ["ECCGOST", 12],
  ["ECC-GOST", 12],
  ["ECDSAP256SHA256", 13],
  ["ECDSAP384SHA384", 14],
  ["ED25519", 15],
  ["ED448", 16],
  ["SM2SM3", 17],
  ["ECC-GOST12", 23],
  ["INDIRECT", 252],
  ["PRIVATEDNS", 253],
  ["PRIVATEOID", 254],
]);

const DIGESTS = new WordTable([
  ["SHA1", 1],
  ["SHA-1", 1],
  ["SHA256", 2],
  ["SHA-256", 2],
  ["GOST", 3],
  ["SHA384", 4],
  ["SHA-384", 4],
]);

/** RFC 4398 §2.1. */
const CERTIFICATES = new WordTable([
  ["PKIX", 1],
  ["SPKI", 2],
  ["PGP", 3],
  ["IPKIX", 4],
  ["ISPKI", 5],
  ["IPGP", 6],
  ["ACPKIX", 7],
  ["IACPKIX", 8],
  ["URI", 253],
  ["OID", 254],
]);

/** RFC 2535 §7.1 and BIND. */
const KEY_FLAGS = new WordTable([
  ["NOCONF", 0x4000],
  ["NOAUTH", 0x8000],
  ["NOKEY", 0xc000],
  ["FLAG2", 0x2000],
  ["EXTEND", 0x1000],
  ["FLAG4", 0x0800],
  ["FLAG5", 0x0400],
  ["USER", 0],
  ["ZONE", 0x0100],
  ["HOST", 0x0200],
  ["NTYP3", 0x0300],
  ["FLAG8", 0x0080],
  ["REVOKE", 0x0080],
  ["FLAG9", 0x0040],
  ["FLAG10", 0x0020],
  ["FLAG11", 0x0010],
  ["KSK", 1],
  ...Array.from({ length: 16 }, (_, index) => [`SIG${index}`, index] as const),
]);

const KEY_PROTOCOLS = new WordTable([
  ["NONE", 0],
  ["TLS", 1],
  ["EMAIL", 2],
  ["DNSSEC", 3],
  ["IPSEC", 4],
  ["ALL", 255],
]);

/** RFC 9859 §2.1. */
const SCHEMES = new WordTable([["NOTIFY", 1]]);

export type MnemonicKind = "algorithm" | "digestType" | "certType" | "keyFlags" | "keyProtocol" | "dsyncScheme";

const TABLES: Readonly<Record<MnemonicKind, { readonly words: WordTable; readonly limit: number }>> = {
  algorithm: { words: ALGORITHMS, limit: 0xff },
  digestType: { words: DIGESTS, limit: 0xff },
  certType: { words: CERTIFICATES, limit: 0xffff },
  keyFlags: { words: KEY_FLAGS, limit: 0xffff },
  keyProtocol: { words: KEY_PROTOCOLS, limit: 0xff },
  dsyncScheme: { words: SCHEMES, limit: 0xff },
};

/** The number that a word or the digits stand for, or -1. Key flags may be several, joined by `|`. */
export function mnemonic(kind: MnemonicKind, bytes: Uint8Array, from: number, to: number): number {
  const { words, limit } = TABLES[kind];
  const number = decimal(bytes, from, to, limit);
  if (number >= 0 || kind !== "keyFlags") return number >= 0 ? number : words.find(bytes, from, to);
  let flags = 0;
  for (let start = from; start <= to; ) {
    let end = start;
    while (end < to && bytes[end] !== 124) end++;
    const flag = words.find(bytes, start, end);
    if (flag < 0) return -1;
    flags |= flag;
    start = end + 1;
  }
  return flags;
}
