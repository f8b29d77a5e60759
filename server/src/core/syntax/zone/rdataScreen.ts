import { isDigit, LOWER, TYPE } from "./characters.ts";
import {
  type NameHasher,
  type NameTable,
  NOT_ASCII,
  NOT_HOST,
  type Origin,
  REPEATS,
  SEVERAL_LABELS,
  UNDERSCORE,
  WILDCARD,
} from "./names.ts";
import { stringOctets } from "./rdata/strings.ts";
import { checkRdata } from "./rdataFields.ts";
import { type EntryScanner, ESCAPED, QUOTED } from "./scanner.ts";
import { TextTable } from "./texts.ts";

const UNUSUAL_TARGET = NOT_ASCII | NOT_HOST | REPEATS | SEVERAL_LABELS;

/**
 * The first look at a record's data, for every record of the file: it decides in nanoseconds that a common record is
 * fine, and gives what the indexes need: a hash, and the name it points at. What is not plainly fine is `odd`: it is
 * read again, into objects, when somebody asks for findings. Being odd is no fault; being missed here would be one.
 */
export class RdataScreen {
  /** Of the data in canonical form: equal for `mx1` and `MX1.example.com.`. */
  readonly hash = new Int32Array(1);
  /** Number of the name that MX, NS, SRV, CNAME or DNAME points at, else -1; -2 for one outside the zone. */
  target = -1;
  /** A TXT that looks like a policy. */
  isPolicy = false;
  /** Of an SRV record. */
  port = -1;
  /** Its number in `texts`, else -1. */
  text = -1;
  readonly texts = new TextTable();
  isOdd = false;

  readonly scanner: EntryScanner;
  readonly hasher: NameHasher;
  readonly names: NameTable;

  constructor(scanner: EntryScanner, hasher: NameHasher, names: NameTable) {
    this.scanner = scanner;
    this.hasher = hasher;
    this.names = names;
  }

  reset(): void {
    this.target = -1;
    this.isPolicy = false;
    this.text = -1;
    this.isOdd = false;
    this.hash[0] = 0;
  }

  /** @param ownerNature the bits of the owner's name */
  read(bytes: Uint8Array, type: number, first: number, origin: Origin, ownerNature: number): void {
    const fields = this.scanner.count - first;
    this.hash[0] = type;
    switch (type) {
      case TYPE.A:
        return fields === 1 ? this.#address(bytes, first, ip4) : this.#odd(bytes, first);
      case TYPE.AAAA:
        return fields === 1 ? this.#address(bytes, first, ip6) : this.#odd(bytes, first);
      case TYPE.TXT:
      case TYPE.SPF:
        if (type === TYPE.SPF) this.isOdd = true;
        return fields > 0 ? this.#txt(bytes, first, ownerNature) : this.#odd(bytes, first);
      case TYPE.MX:
        if (fields !== 2 || !this.#number(bytes, first, 0xffff)) return this.#odd(bytes, first);
        return this.#host(bytes, first + 1, origin);
      case TYPE.NS:
        return fields === 1 ? this.#host(bytes, first, origin) : this.#odd(bytes, first);
      case TYPE.PTR:
        if (fields !== 1) return this.#odd(bytes, first);
        this.#name(bytes, first, origin);
        return;
      case TYPE.CNAME:
      case TYPE.DNAME:
        if (fields !== 1) return this.#odd(bytes, first);
        if (type === TYPE.DNAME) this.isOdd = true;
        this.#name(bytes, first, origin);
        this.target = this.#inside();
        return;
      case TYPE.SRV:
        if (fields !== 4) return this.#odd(bytes, first);
        for (let field = 0; field < 3; field++) if (!this.#number(bytes, first + field, 0xffff)) this.isOdd = true;
        this.port = this.isOdd ? -1 : unsigned(bytes, this.scanner.from[first + 2]!, this.scanner.to[first + 2]!);
        return this.#host(bytes, first + 3, origin);
      case TYPE.RRSIG:
      case TYPE.NSEC:
      case TYPE.NSEC3:
      case TYPE.DNSKEY:
      case TYPE.DS:
        // Signed zones are full of them: only a fault makes them odd.
        for (let at = first; at < this.scanner.count; at++) this.#add(this.#textHash(bytes, at, 1));
        if (checkRdata(type, bytes, this.scanner, first) !== undefined) this.isOdd = true;
        return;
      default:
        return this.#odd(bytes, first);
    }
  }

  /** Rare types and whatever has another shape than usual. */
  #odd(bytes: Uint8Array, first: number): void {
    this.isOdd = true;
    for (let at = first; at < this.scanner.count; at++) this.#add(this.#textHash(bytes, at, at - first + 1));
  }

  #add(value: number): void {
    this.hash[0] = Math.imul(this.hash[0]! ^ value, 0x01000193) ^ (value >>> 15);
  }

  #textHash(bytes: Uint8Array, token: number, seed: number): number {
    const quoted = this.scanner.kind[token]! & QUOTED;
    let hash = seed;
    for (let at = this.scanner.from[token]! + quoted, end = this.scanner.to[token]! - quoted; at < end; at++) {
      hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    }
    return hash;
  }

  #number(bytes: Uint8Array, token: number, limit: number): boolean {
    const value = unsigned(bytes, this.scanner.from[token]!, this.scanner.to[token]!);
    this.#add(value);
    return value >= 0 && value <= limit;
  }

  #address(bytes: Uint8Array, token: number, parse: (bytes: Uint8Array, start: number, end: number) => boolean): void {
    if (!parse(bytes, this.scanner.from[token]!, this.scanner.to[token]!)) return this.#odd(bytes, token);
    for (let part = 0; part < 4; part++) this.#add(address[part]!);
  }

  #name(bytes: Uint8Array, token: number, origin: Origin): void {
    const { from, to, kind } = this.scanner;
    const isName = this.hasher.hash(bytes, from[token]!, to[token]!, (kind[token]! & ESCAPED) !== 0, origin);
    if (!isName || (kind[token]! & QUOTED) !== 0 || (this.hasher.out[2]! & UNUSUAL_TARGET) !== 0) this.isOdd = true;
    else if (bytes[to[token]! - 1] === 46 && (to[token]! - from[token]! === 1 || isDigit(bytes[to[token]! - 2]))) {
      this.isOdd = true; // `.`, or an address with a dot behind it
    }
    this.#add(this.hasher.out[0]!);
    this.#add(this.hasher.out[1]!);
  }

  #inside(): number {
    return this.hasher.out[3] === 1 ? this.names.intern(this.hasher) : -2;
  }

  #host(bytes: Uint8Array, token: number, origin: Origin): void {
    this.#name(bytes, token, origin);
    if ((this.hasher.out[2]! & (UNDERSCORE | WILDCARD)) !== 0) this.isOdd = true;
    this.target = this.#inside();
  }

  #txt(bytes: Uint8Array, first: number, ownerNature: number): void {
    const { count, from, to, kind } = this.scanner;
    for (let at = first; at < count; at++) {
      this.#add(this.#textHash(bytes, at, at - first + 1));
      if ((kind[at]! & ESCAPED) === 0 && to[at]! - from[at]! <= 255) continue;
      const octets = stringOctets(bytes, this.scanner, at);
      // A broken escape; too long; or data in the form `\# length hex`.
      if (octets < 0 || octets > 255 || (kind[at] === ESCAPED && bytes[from[at]! + 1] === 35)) this.isOdd = true;
    }
    const start = from[first]! + (kind[first]! & QUOTED);
    this.isPolicy = (ownerNature & UNDERSCORE) !== 0 || looksLikePolicy(bytes, start, to[first]!, count > first + 1);
    // A comment behind the data counts too: it may be the rest of a text that lost its quotes.
    if (this.isPolicy) this.text = this.texts.numberOf(this.hash[0]!, bytes, from[first]!, this.scanner.next);
  }
}

/**
 * Lets through more than `policyKindOf` takes, and never less: junk, then `v=`, `v:`, `nv=`, `k=`, `nk=` or `spf`. A first
 * string that ends before that may go on in the next one.
 */
function looksLikePolicy(bytes: Uint8Array, start: number, end: number, hasMore: boolean): boolean {
  let at = start;
  while (
    at < end &&
    (bytes[at]! > 127 ||
      bytes[at] === 32 ||
      bytes[at] === 9 ||
      bytes[at] === 34 ||
      bytes[at] === 39 ||
      bytes[at] === 92 ||
      bytes[at] === 96)
  )
    at++;
  if (at > start && bytes[at - 1] === 92) return true; // `\DDD`: too odd to judge here
  let letter = LOWER[bytes[at]!];
  if (at < end && letter === 110) letter = LOWER[bytes[++at]!];
  if (at >= end) return hasMore;
  if (letter === 115) return LOWER[bytes[at + 1]!] === 112 && LOWER[bytes[at + 2]!] === 102;
  if (letter !== 118 && letter !== 107) return false;
  at++;
  while (at < end && (bytes[at] === 32 || bytes[at] === 9 || bytes[at] === 92)) at++;
  if (at >= end || bytes[at] === 34) return hasMore;
  return bytes[at] === 61 || bytes[at] === 58;
}

/** A decimal number of at most ten digits, else -1. */
export function unsigned(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 10 || end === start) return -1;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

const address = new Int32Array(4);

/** Four decimal octets; the address is left in `address`. */
export function ip4(bytes: Uint8Array, start: number, end: number): boolean {
  let value = 0;
  let octet = 0;
  let digits = 0;
  let dots = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === 46) {
      if (digits === 0 || ++dots > 3) return false;
      value = (value << 8) | octet;
      octet = digits = 0;
    } else {
      // `010` was octal once: inet_pton refuses it.
      if (byte < 48 || byte > 57 || (digits > 0 && octet === 0) || ++digits > 3) return false;
      octet = octet * 10 + byte - 48;
      if (octet > 255) return false;
    }
  }
  address[0] = (value << 8) | octet;
  address[1] = address[2] = address[3] = 0;
  return dots === 3 && digits > 0;
}

const groups = new Int32Array(9);

/** RFC 4291 §2.2, with `::` and a dotted tail. */
export function ip6(bytes: Uint8Array, start: number, end: number): boolean {
  let count = 0;
  let gap = -1;
  let at = start;
  if (end - start < 2) return false;
  if (bytes[at] === 58 && bytes[at + 1] !== 58) return false;
  while (at < end) {
    if (bytes[at] === 58) {
      if (bytes[at + 1] === 58 && at + 1 < end) {
        if (gap >= 0) return false;
        gap = count;
        at += 2;
        if (at === end) break;
      } else if (++at === end) return false;
      if (bytes[at] === 58) return false;
    }
    let value = 0;
    const first = at;
    for (; at < end; at++) {
      const byte = bytes[at]!;
      const digit = byte <= 57 ? byte - 48 : (byte | 32) - 87;
      if (byte === 58 || byte === 46) break;
      if (digit < 0 || digit > 15 || at - first > 3 || (byte > 57 && (byte | 32) < 97)) return false;
      value = (value << 4) | digit;
    }
    if (bytes[at] === 46 && at < end) {
      if (count > 6 || !ip4(bytes, first, end)) return false;
      groups[count++] = address[0]! >>> 16;
      groups[count++] = address[0]! & 0xffff;
      break;
    }
    if (at === first || count > 7) return false;
    groups[count++] = value;
  }
  if (gap < 0 ? count !== 8 : count > 7) return false;
  for (let part = 0, taken = 0; part < 4; part++) {
    let word = 0;
    for (let half = part * 2; half < part * 2 + 2; half++) {
      const skipped = gap >= 0 && half >= gap && half < gap + 8 - count;
      word = (word << 16) | (skipped ? 0 : groups[taken++]!);
    }
    address[part] = word;
  }
  return true;
}
