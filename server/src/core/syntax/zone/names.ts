import { BACKSLASH, isDigit, KIND, LOWER } from "./characters.ts";

/** What a name is made of, as bits: letters, digits and hyphens alone give 0. */
export const UNDERSCORE = 1;
export const WILDCARD = 2;
export const NOT_HOST = 4;
export const NOT_ASCII = 8;
/** It seems to repeat its origin, or the apex: `mail.example.com` below `example.com.`. */
export const REPEATS = 16;
/** Relative, of several labels. */
export const SEVERAL_LABELS = 32;
/** Written with a backslash. */
export const HAS_ESCAPE = 64;

const NATURE = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte > 127) return NOT_ASCII;
  if (byte === 95) return UNDERSCORE;
  if (byte === 42) return WILDCARD;
  return /[A-Za-z0-9-]/.test(String.fromCharCode(byte)) ? 0 : NOT_HOST;
});

export interface Origin {
  readonly name: string;
  readonly h1: number;
  readonly h2: number;
  /** Octets on the wire without the root's. */
  readonly length: number;
  /** Number of the name. */
  readonly id: number;
  /** Its last label in lower case: `com`. */
  readonly lastLabel: Uint8Array;
  /** See `frameOf`. */
  readonly frame: number;
}

const ROOT_H1 = 0x2f0b4c47;
const ROOT_H2 = 0x51ed270b;
export const ROOT: Origin = {
  name: ".",
  h1: ROOT_H1,
  h2: ROOT_H2,
  length: 0,
  id: 0,
  lastLabel: new Uint8Array(0),
  frame: 0,
};

const step1 = (hash: number, byte: number) => Math.imul(hash ^ byte, 0x01000193);
const step2 = (hash: number, byte: number) => (Math.imul(hash, 0x85ebca6b) + byte) | 0;

/**
 * Hashes a name from its last label to its first, 64 bits in two halves. So a relative name goes on from its origin's
 * hash, and the hash of every parent (the apex, a zone cut) passes by on the way: no name is ever built or copied.
 */
export class NameHasher {
  /** [first half, second half, nature bits, inside the apex 0/1, octets]: numbers of 32 bits stay out of objects, where they would be boxed. */
  readonly out = new Int32Array(5);
  /** The hashes of the parents that the text itself spells, the farthest first; the one before them all is `base`. */
  readonly parents = new Int32Array(256);
  parentCount = 0;
  base: Origin = ROOT;
  apex: Origin | undefined;
  readonly #codes = new Uint16Array(1024);

  /** False for a name that is none: a label over 63 octets or empty, more than 255 in all. */
  hash(bytes: Uint8Array, start: number, end: number, escaped: boolean, origin: Origin): boolean {
    this.parentCount = 0;
    if (escaped) return this.#hashEscaped(bytes, start, end, origin);
    let last = end - 1;
    let base = origin;
    let isAbsolute = false;
    if (last === start && bytes[start] === 64) last--;
    else if (bytes[last] === 46) {
      base = ROOT;
      isAbsolute = true;
      last--;
      if (last < start) return this.#finish(ROOT_H1, ROOT_H2, 0, this.#isInsideApex(ROOT), true, 0, ROOT);
    }
    let { h1, h2, length } = base;
    const apex1 = this.apex?.h1 ?? 0;
    const apex2 = this.apex?.h2 ?? 0;
    let inside = this.#isInsideApex(base);
    let nature = 0;
    let label = 0;
    let good = true;
    for (let at = last; at >= start; at--) {
      const byte = LOWER[bytes[at]!]!;
      h1 = Math.imul(h1 ^ byte, 0x01000193);
      h2 = (Math.imul(h2, 0x85ebca6b) + byte) | 0;
      if (byte === 46) {
        if (label === 0 || label > 63) good = false;
        length += label + 1;
        label = 0;
        if (h1 === apex1 && h2 === apex2) inside = 1;
        this.#passParent(h1, h2);
      } else {
        label++;
        nature |= NATURE[byte]!;
      }
    }
    if (last >= start) {
      if (label === 0 || label > 63) good = false;
      length += label + 1;
      h1 = step1(h1, 46);
      h2 = step2(h2, 46);
      if (h1 === apex1 && h2 === apex2) inside = 1;
    }
    if (this.parentCount > 0) {
      if (!isAbsolute) nature |= SEVERAL_LABELS | (endsWithLabel(bytes, last + 1, base.lastLabel) ? REPEATS : 0);
      else if (inside === 1 && this.#repeatsApex(bytes, start, end)) nature |= REPEATS;
    } else if (!isAbsolute && last >= start && endsWithLabel(bytes, last + 1, base.lastLabel)) nature |= REPEATS;
    return this.#finish(h1, h2, nature, inside, good && length < 255, length, base);
  }

  #passParent(h1: number, h2: number): void {
    if (this.parentCount > 126) return;
    this.parents[2 * this.parentCount] = h1;
    this.parents[2 * this.parentCount++ + 1] = h2;
  }

  #finish(
    h1: number,
    h2: number,
    nature: number,
    inside: number,
    good: boolean,
    length: number,
    base: Origin,
  ): boolean {
    const { out } = this;
    out[0] = h1;
    out[1] = h2;
    out[2] = nature;
    out[3] = inside;
    out[4] = length;
    this.base = base;
    return good;
  }

  /** `host.example.com.example.com.`: the label before the apex is the apex's last one. */
  #repeatsApex(bytes: Uint8Array, start: number, end: number): boolean {
    const { apex } = this;
    if (apex === undefined) return false;
    const before = end - apex.name.length - 1;
    return before > start && bytes[before] === 46 && endsWithLabel(bytes, before, apex.lastLabel);
  }

  #insideOrigin: Origin | undefined;
  #insideApex: Origin | undefined;
  #inside = 0;
  /** Whether an origin lies inside the apex; the answer for the last one is kept. Overwrites nothing. */
  #isInsideApex(origin: Origin): number {
    if (this.apex === undefined) return 0;
    if (origin === this.#insideOrigin && this.apex === this.#insideApex) return this.#inside;
    const { h1: apex1, h2: apex2 } = this.apex;
    let { h1, h2 } = ROOT;
    let inside = h1 === apex1 && h2 === apex2 ? 1 : 0;
    for (const code of codesFromTheRight(origin.name)) {
      h1 = step1(h1, code);
      h2 = step2(h2, code);
      if (code === 46 && h1 === apex1 && h2 === apex2) inside = 1;
    }
    this.#insideOrigin = origin;
    this.#insideApex = this.apex;
    this.#inside = inside;
    return inside;
  }

  /** The rare way, for names with `\.` or `\046`: an escaped dot is no separator. */
  #hashEscaped(bytes: Uint8Array, start: number, end: number, origin: Origin): boolean {
    const codes = this.#codes;
    let count = 0;
    let good = true;
    let nature = HAS_ESCAPE | NOT_HOST;
    for (let at = start; at < end && count < codes.length; at++) {
      let code = bytes[at]!;
      if (code > 127) nature |= NOT_ASCII;
      if (KIND[code] === BACKSLASH && at + 1 < end) {
        const decimal = at + 3 < end && isDigit(bytes[at + 1]) && isDigit(bytes[at + 2]) && isDigit(bytes[at + 3]);
        if (decimal) code = (bytes[at + 1]! - 48) * 100 + (bytes[at + 2]! - 48) * 10 + bytes[at + 3]! - 48;
        else {
          code = bytes[at + 1]!;
          if (isDigit(code)) good = false;
        }
        if (code > 255) good = false;
        at += decimal ? 3 : 1;
        if (code === 46) code = ESCAPED_DOT;
      }
      codes[count++] = code < 256 ? LOWER[code]! : code;
    }
    const isAbsolute = codes[count - 1] === 46;
    const base = isAbsolute ? ROOT : origin;
    let { h1, h2, length } = base;
    const apex1 = this.apex?.h1 ?? 0;
    const apex2 = this.apex?.h2 ?? 0;
    let inside = this.#isInsideApex(base);
    let label = 0;
    for (let at = count - (isAbsolute ? 2 : 1); at >= -1; at--) {
      const code = at < 0 ? 46 : codes[at]!;
      h1 = step1(h1, code);
      h2 = step2(h2, code);
      if (code !== 46) label++;
      else {
        if (label === 0 || label > 63) good = false;
        length += label + 1;
        label = 0;
        if (h1 === apex1 && h2 === apex2) inside = 1;
        if (at >= 0) this.#passParent(h1, h2);
      }
    }
    return this.#finish(h1, h2, nature, inside, good && length < 255, length, base);
  }
}

const ESCAPED_DOT = 46 + 256;

/** Whether the text before `end` ends with a label, the whole of one. */
function endsWithLabel(bytes: Uint8Array, end: number, label: Uint8Array): boolean {
  const { length } = label;
  if (length === 0 || end < length) return false;
  for (let index = 1; index <= length; index++) {
    if (LOWER[bytes[end - index]!] !== label[length - index]) return false;
  }
  const before = bytes[end - length - 1];
  return before === undefined || before === 46 || KIND[before] !== 0;
}

/** The octets of an absolute name as they are hashed: from the last but one to the first, then a dot. */
export function codesFromTheRight(name: string): number[] {
  if (name === ".") return [];
  const bytes = new TextEncoder().encode(name);
  const codes: number[] = [];
  for (let at = 0; at < bytes.length - 1; at++) {
    let code = bytes[at]!;
    if (code === 92) {
      const isDecimal = isDigit(bytes[at + 1]) && isDigit(bytes[at + 2]) && isDigit(bytes[at + 3]);
      code = isDecimal ? Number(String.fromCharCode(...bytes.subarray(at + 1, at + 4))) : bytes[at + 1]!;
      at += isDecimal ? 3 : 1;
      codes.push(code === 46 ? ESCAPED_DOT : code < 256 ? LOWER[code]! : code);
    } else codes.push(LOWER[code]!);
  }
  return [...codes.reverse(), 46];
}

/** Of a name with unusual characters in it. */
export const NO_FRAME = -1;
const DEPTH_BITS = 3;
const UNUSUAL = WILDCARD | NOT_HOST | NOT_ASCII | HAS_ESCAPE;

/**
 * The labels in front that begin with an underscore, as one number: names of one frame differ in the domain that the
 * service labels stand before. 0 where there are none, `NO_FRAME` for a wildcard or where a character is unusual.
 *
 * @param origin what a relative name goes on with
 */
export function frameOf(bytes: Uint8Array, start: number, end: number, nature: number, origin: Origin): number {
  if ((nature & UNUSUAL) !== 0) return NO_FRAME;
  if (end - start === 1 && bytes[start] === 64) return origin.frame;
  let hash = 0;
  let depth = 0;
  let at = start;
  while (at < end && bytes[at] === 95) {
    for (; at < end && bytes[at] !== 46; at++) hash = step1(hash, LOWER[bytes[at]!]!);
    hash = step1(hash, 46);
    at++;
    depth++;
  }
  if (depth >= 1 << DEPTH_BITS || (at >= end && origin.frame !== 0 && bytes[end - 1] !== 46)) return NO_FRAME;
  return depth === 0 ? 0 : (hash & 0x3fffffff & ~((1 << DEPTH_BITS) - 1)) | depth;
}

/** How many labels a frame has. */
export function depthOf(frame: number): number {
  return frame & ((1 << DEPTH_BITS) - 1);
}

const SEGMENTS = 64;

/**
 * Name hash → small number, by open addressing. A slot holds half the hash beside the number, so a miss is one line of
 * cache; the other half is compared in `h1`. 64 bits name the owner: no text is compared. The table is cut into segments
 * that grow one by one, and not at the same fullness: to grow it whole is a pause of a tenth of a second at a million names.
 */
export class NameTable {
  size = 0;
  h1: Int32Array;
  h2: Int32Array;
  /** The number of the name one label shorter; -1 for the root. */
  parent: Int32Array;
  /** See `frameOf`; known for owners. */
  frame: Int32Array;
  readonly #segments: Int32Array[];
  readonly #counts = new Int32Array(SEGMENTS);

  constructor(expected: number) {
    let slots = 16;
    while (slots * SEGMENTS < expected * 1.2) slots *= 2;
    this.#segments = Array.from({ length: SEGMENTS }, () => new Int32Array(slots * 2));
    // Room for all names under another origin too: to grow a large array is a pause, and memory that nobody touches is free.
    this.h1 = new Int32Array(Math.max(1024, Math.ceil(expected * 2.2)));
    this.h2 = new Int32Array(this.h1.length);
    this.parent = new Int32Array(this.h1.length);
    this.frame = new Int32Array(this.h1.length);
    this.#add(ROOT_H1, ROOT_H2, -1);
  }

  /** The number of a name, -1 if it was never seen. */
  find(h1: number, h2: number): number {
    const hash = mix(h1 ^ (h2 >>> 7));
    const slots = this.#segments[hash & (SEGMENTS - 1)]!;
    const mask = slots.length - 2;
    for (let slot = (hash >>> 5) & mask; ; slot = (slot + 2) & mask) {
      const id = slots[slot + 1]! - 1;
      if (id < 0) return -1;
      if (slots[slot] === h2 && this.h1[id] === h1) return id;
    }
  }

  /** The number of the name that was hashed last, a new one if it was never seen; its parents come to be with it. */
  intern(hasher: NameHasher): number {
    const { out, parents, base } = hasher;
    const known = this.find(out[0]!, out[1]!);
    if (known >= 0) return known;
    let parent = base.id;
    let at = hasher.parentCount - 1;
    for (; at >= 0; at--) {
      const id = this.find(parents[2 * at]!, parents[2 * at + 1]!);
      if (id < 0) continue;
      parent = id;
      break;
    }
    for (at++; at < hasher.parentCount; at++) parent = this.#add(parents[2 * at]!, parents[2 * at + 1]!, parent);
    return this.#add(out[0]!, out[1]!, parent);
  }

  #add(h1: number, h2: number, parent: number): number {
    const id = this.size++;
    if (id === this.h1.length) {
      this.h1 = grown(this.h1);
      this.h2 = grown(this.h2);
      this.parent = grown(this.parent);
      this.frame = grown(this.frame);
    }
    this.h1[id] = h1;
    this.h2[id] = h2;
    this.parent[id] = parent;
    const hash = mix(h1 ^ (h2 >>> 7));
    const segment = hash & (SEGMENTS - 1);
    const slots = this.#segments[segment]!;
    const mask = slots.length - 2;
    let slot = (hash >>> 5) & mask;
    while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
    slots[slot] = h2;
    slots[slot + 1] = id + 1;
    this.#counts[segment]!++;
    if (this.#counts[segment]! * 64 > slots.length * (20 + (segment >> 3))) this.#grow(segment);
    return id;
  }

  #grow(segment: number): void {
    const old = this.#segments[segment]!;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - 2;
    for (let at = 0; at < old.length; at += 2) {
      const id = old[at + 1]! - 1;
      if (id < 0) continue;
      let slot = (mix(this.h1[id]! ^ (this.h2[id]! >>> 7)) >>> 5) & mask;
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      slots[slot] = old[at]!;
      slots[slot + 1] = id + 1;
    }
    this.#segments[segment] = slots;
  }
}

export function mix(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return mixed ^ (mixed >>> 16);
}

export function grown<T extends Int32Array | Uint16Array | Uint8Array>(array: T): T {
  // The constructor of an Int32Array makes an Int32Array: TypeScript does not know that `constructor` keeps the type.
  const next = new (array.constructor as new (length: number) => T)(array.length * 2);
  next.set(array);
  return next;
}
