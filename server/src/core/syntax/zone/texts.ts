import { grown } from "./names.ts";

/** Texts longer than this stay without a number: keys differ from each other anyway. */
const MOST_OCTETS = 255;
const MOST_TEXTS = 4096;
const SLOTS = 4 * MOST_TEXTS;
const SEEN = 4096;

/**
 * Numbers for what stands behind the type of TXT records, so that two records of the same text are known as such without
 * being compared again: zones repeat a few policies thousands of times. A text gets its number when it is met a second
 * time, and keeps it; texts that occur once cost one look and no memory.
 */
export class TextTable {
  size = 0;
  /** By some bits of the hash: the hash that was met last. */
  readonly #seen = new Int32Array(SEEN);
  /** Number of a text, plus 1. */
  readonly #slots = new Int32Array(SLOTS);
  readonly #hashes = new Int32Array(MOST_TEXTS);
  readonly #ends = new Int32Array(MOST_TEXTS + 1);
  #octets = new Uint8Array(1024);

  /** The number of the text `[start, end)`; -1 for one that is met for the first time, or is too long, or comes too late. */
  numberOf(hash: number, bytes: Uint8Array, start: number, end: number): number {
    if (end - start > MOST_OCTETS) return -1;
    let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) {
      const number = this.#slots[slot]! - 1;
      if (this.#hashes[number] === hash && this.#equals(number, bytes, start, end)) return number;
    }
    const seen = hash & (SEEN - 1);
    if (this.#seen[seen] !== hash || this.size === MOST_TEXTS) {
      this.#seen[seen] = hash;
      return -1;
    }
    this.#slots[slot] = this.size + 1;
    return this.#add(hash, bytes, start, end);
  }

  #equals(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    const octets = this.#octets;
    let at = this.#ends[number]!;
    if (this.#ends[number + 1]! - at !== end - start) return false;
    for (let from = start; from < end; from++) if (octets[at++] !== bytes[from]) return false;
    return true;
  }

  #add(hash: number, bytes: Uint8Array, start: number, end: number): number {
    const number = this.size++;
    const from = this.#ends[number]!;
    while (from + end - start > this.#octets.length) this.#octets = grown(this.#octets);
    this.#octets.set(bytes.subarray(start, end), from);
    this.#ends[number + 1] = from + end - start;
    this.#hashes[number] = hash;
    return number;
  }
}
