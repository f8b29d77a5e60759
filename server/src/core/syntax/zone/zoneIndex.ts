import { TYPE } from "./characters.ts";
import type { EntryColumns } from "./columns.ts";
import type { EntryReader } from "./entryReader.ts";
import { POLICY, TEMPLATE } from "./flags.ts";
import { grown, type NameTable } from "./names.ts";

const HAS_ADDRESS = 1;
export const HAS_CNAME = 2;
export const HAS_ANY = 4;
/** It is pointed at and lacks an address, or is a CNAME. */
export const BAD_TARGET = 8;
/** Two of its records may be at odds. */
export const ODD_OWNER = 16;
/** TTLs of one RRset come from different places: a changed $TTL can matter to these owners alone. */
const MIXED_TTLS = 32;
/** A DNAME, or an NS below the apex: what lies below is not this zone's to answer. */
export const HAS_CUT = 64;
/** A cut above hides some of its records. */
export const OCCLUDED = 128;
/** Types that the parent zone holds at a delegation. */
export const STAYS_AT_CUT: ReadonlySet<number> = new Set([TYPE.NS, TYPE.DS, TYPE.NSEC, TYPE.RRSIG]);
/** Hashes of NSEC3 are no names that anybody asks for: they stand below a DNAME at the apex too. */
export const STAYS_BELOW_CUT: ReadonlySet<number> = new Set([TYPE.NSEC3, TYPE.RRSIG]);

/** Octets of TXT text at one owner, quotes and all, from which the RRset may be too large for one datagram. */
const LARGE_TEXT = 400;

/** What the indexes stand on. */
export interface IndexedZone {
  readonly columns: EntryColumns;
  readonly names: NameTable;
  readonly reader: EntryReader;
  readonly soas: ReadonlySet<number>;
  /** The order of the text. */
  isBefore(a: number, b: number): boolean;
}

/**
 * The zone's indexes over the columns: owner → its entries, name → the entries that point at it. Both are lists through
 * columns, so that a changed entry is put in and taken out in constant time. What a changed entry can touch is its owner and
 * its target; those are looked at again, nothing else. The look only finds suspicion; the rules judge.
 */
export class ZoneIndex {
  readonly document: IndexedZone;
  /** By name: its first entry, and the first that points at it; plus 1, so that memory is touched only where names are. */
  #first: Int32Array;
  #firstReference: Int32Array;
  /** Children that exist: names with records, or with such names below them. */
  #below: Int32Array;
  #has: Uint8Array;
  #isTouched: Uint8Array;
  #touched: Int32Array;
  #touchedCount = 0;
  #scratch = new Int32Array(64);
  #count = 0;
  #cutsChanged = false;
  /** Names with each bit of suspicion. */
  odd = 0;
  badTargets = 0;
  occluded = 0;
  cuts = 0;
  readonly countByType = new Int32Array(0x10000);
  /** Counts the times that a type appeared in the zone or went from it. */
  typesVersion = 0;
  /** Counts the times that a zone cut or a wildcard appeared or went. */
  structureVersion = 0;
  /** Hears of each name whose records changed, or that came to exist or ceased to. */
  onTouch: ((name: number) => void) | undefined;
  /** Hears that the value of a `$TTL` changed. */
  onTtlChange: (() => void) | undefined;

  constructor(document: IndexedZone) {
    this.document = document;
    const names = document.names.h1.length;
    this.#first = new Int32Array(names);
    this.#firstReference = new Int32Array(names);
    this.#below = new Int32Array(names);
    this.#has = new Uint8Array(names);
    this.#isTouched = new Uint8Array(names);
    this.#touched = new Int32Array(names);
  }

  #room(names: number): void {
    while (names > this.#first.length) {
      this.#first = grown(this.#first);
      this.#firstReference = grown(this.#firstReference);
      this.#below = grown(this.#below);
      this.#has = grown(this.#has);
      this.#isTouched = grown(this.#isTouched);
      this.#touched = grown(this.#touched);
    }
  }

  /** The bits of a name. */
  has(name: number): number {
    return this.#has[name] ?? 0;
  }

  /** Whether a name exists: it has records, or something below it has (RFC 4592 §2.2.2). */
  exists(name: number): boolean {
    return (this.#first[name] ?? 0) > 0 || (this.#below[name] ?? 0) > 0;
  }

  #touch(name: number): void {
    if (this.#isTouched[name] === 1) return;
    this.#isTouched[name] = 1;
    this.#touched[this.#touchedCount++] = name;
  }

  touchMixedTtls(): void {
    this.onTtlChange?.();
    for (let name = 0; name < this.document.names.size; name++)
      if ((this.#has[name]! & MIXED_TTLS) !== 0) this.#touch(name);
  }

  link(entry: number): void {
    const { columns, names } = this.document;
    if (names.size > this.#first.length) this.#room(names.h1.length);
    const type = columns.type[entry]!;
    if (++this.countByType[type]! === 1) this.typesVersion++;
    const owner = columns.owner[entry]!;
    if (owner >= 0) {
      const next = this.#first[owner]! - 1;
      columns.next[entry] = next;
      columns.previous[entry] = -1;
      if (next >= 0) columns.previous[next] = entry;
      else if (this.#below[owner] === 0) this.#appear(owner);
      this.#first[owner] = entry + 1;
      this.#touch(owner);
    }
    const target = columns.target[entry]!;
    if (target >= 0) {
      const next = this.#firstReference[target]! - 1;
      columns.nextReference[entry] = next;
      columns.previousReference[entry] = -1;
      if (next >= 0) columns.previousReference[next] = entry;
      this.#firstReference[target] = entry + 1;
      this.#touch(target);
    }
  }

  unlink(entry: number): void {
    const { columns } = this.document;
    if (--this.countByType[columns.type[entry]!]! === 0) this.typesVersion++;
    const owner = columns.owner[entry]!;
    if (owner >= 0) {
      const next = columns.next[entry]!;
      const previous = columns.previous[entry]!;
      if (previous < 0) this.#first[owner] = next + 1;
      else columns.next[previous] = next;
      if (next >= 0) columns.previous[next] = previous;
      if (this.#first[owner] === 0 && this.#below[owner] === 0) this.#vanish(owner);
      this.#touch(owner);
    }
    const target = columns.target[entry]!;
    if (target >= 0) {
      const next = columns.nextReference[entry]!;
      const previous = columns.previousReference[entry]!;
      if (previous < 0) this.#firstReference[target] = next + 1;
      else columns.nextReference[previous] = next;
      if (next >= 0) columns.previousReference[next] = previous;
      this.#touch(target);
    }
  }

  /** A name came to exist: so did its parents. */
  #appear(name: number): void {
    const { parent } = this.document.names;
    for (let at = parent[name]!; at >= 0; at = parent[at]!) {
      if (this.#below[at]!++ > 0 || this.#first[at]! > 0) return;
      this.#touch(at);
    }
  }

  #vanish(name: number): void {
    const { parent } = this.document.names;
    for (let at = parent[name]!; at >= 0; at = parent[at]!) {
      if (--this.#below[at]! > 0 || this.#first[at]! > 0) return;
      this.#touch(at);
    }
  }

  checkTouched(): void {
    for (let at = 0; at < this.#touchedCount; at++) this.#lookForCut(this.#touched[at]!);
    if (this.#cutsChanged) {
      this.#cutsChanged = false;
      for (let name = 0; name < this.document.names.size; name++) if (this.#first[name]! > 0) this.#touch(name);
    }
    for (let at = 0; at < this.#touchedCount; at++) {
      const name = this.#touched[at]!;
      this.#isTouched[name] = 0;
      this.#look(name);
      this.onTouch?.(name);
    }
    this.#touchedCount = 0;
  }

  #lookForCut(name: number): void {
    const { type, next } = this.document.columns;
    let isCut = false;
    const apex = this.document.reader.hasher.apex?.id;
    for (let entry = this.#first[name]! - 1; entry >= 0 && !isCut; entry = next[entry]!) {
      isCut = type[entry] === TYPE.DNAME || (type[entry] === TYPE.NS && apex !== undefined && name !== apex);
    }
    if (isCut === ((this.#has[name]! & HAS_CUT) !== 0)) return;
    this.#has[name]! ^= HAS_CUT;
    this.cuts += isCut ? 1 : -1;
    this.structureVersion++;
    this.#cutsChanged = true;
  }

  /** Keeps bits, no findings: those are made for as many as are shown. */
  #look(name: number): void {
    const before = this.#has[name]!;
    let has = this.#gather(name) | (before & HAS_CUT);
    if (this.#firstReference[name]! > 0 && (has & ~HAS_CUT) !== (HAS_ADDRESS | HAS_ANY)) has |= BAD_TARGET;
    if (this.#firstReference[name]! > 0 && (has & HAS_CUT) !== 0) has |= BAD_TARGET;
    if (this.cuts > 0) {
      // A name below a cut cannot be told from its bits: it needs glue though it is delegated.
      if (this.cutAbove(name) >= 0 && this.#firstReference[name]! > 0 && (has & HAS_ADDRESS) === 0) has |= BAD_TARGET;
      if (this.#isOccluded(name, has)) has |= OCCLUDED;
    }
    if (this.#count > 1) has |= this.#suspicion(has);
    const changed = before ^ has;
    if ((changed & ODD_OWNER) !== 0) this.odd += (has & ODD_OWNER) !== 0 ? 1 : -1;
    if ((changed & BAD_TARGET) !== 0) this.badTargets += (has & BAD_TARGET) !== 0 ? 1 : -1;
    if ((changed & OCCLUDED) !== 0) this.occluded += (has & OCCLUDED) !== 0 ? 1 : -1;
    if ((changed & HAS_ANY) !== 0 && this.document.reader.wildcardOwners.has(name)) this.structureVersion++;
    this.#has[name] = has;
  }

  get hasWildcards(): boolean {
    for (const name of this.document.reader.wildcardOwners) if ((this.#has[name]! & HAS_ANY) !== 0) return true;
    return false;
  }

  /** The highest name strictly above that is a cut, below the apex; -1 if there is none. */
  cutAbove(name: number): number {
    const { names, reader } = this.document;
    const apex = reader.hasher.apex?.id;
    if (apex === undefined || this.cuts === 0) return -1;
    let cut = -1;
    for (let at = names.parent[name]!; at >= 0; at = names.parent[at]!) {
      if ((this.#has[at]! & HAS_CUT) !== 0) cut = at;
      if (at === apex) return cut;
    }
    return -1;
  }

  #isOccluded(name: number, has: number): boolean {
    if ((has & HAS_ANY) === 0) return false;
    const { type, next } = this.document.columns;
    const cut = this.cutAbove(name);
    const isAtCut = cut < 0 && (has & HAS_CUT) !== 0;
    if (cut < 0 && !isAtCut) return false;
    const cutHasDname = cut >= 0 && this.#hasType(cut, TYPE.DNAME);
    // A DNAME at the apex stands beside the zone's own NS (RFC 6672 §2.3).
    const isDelegation = isAtCut && name !== this.document.reader.hasher.apex?.id && this.#hasType(name, TYPE.NS);
    if (isAtCut && !isDelegation) return false;
    const stays = isAtCut ? STAYS_AT_CUT : STAYS_BELOW_CUT;
    for (let entry = this.#first[name]! - 1; entry >= 0; entry = next[entry]!) {
      const code = type[entry]!;
      if (code === TYPE.A || code === TYPE.AAAA ? cutHasDname : !stays.has(code)) return true;
    }
    return false;
  }

  #hasType(name: number, wanted: number): boolean {
    const { type, next } = this.document.columns;
    for (let entry = this.#first[name]! - 1; entry >= 0; entry = next[entry]!) if (type[entry] === wanted) return true;
    return false;
  }

  /** Puts the name's entries into `#scratch`, in no order, and tells what there is. */
  #gather(name: number): number {
    const { type, next } = this.document.columns;
    let count = 0;
    let has = 0;
    for (let entry = this.#first[name]! - 1; entry >= 0; entry = next[entry]!) {
      if (count === this.#scratch.length) this.#scratch = grown(this.#scratch);
      this.#scratch[count++] = entry;
      const code = type[entry]!;
      if (code === TYPE.A || code === TYPE.AAAA) has |= HAS_ADDRESS | HAS_ANY;
      else has |= code === TYPE.CNAME ? HAS_CNAME | HAS_ANY : HAS_ANY;
    }
    this.#count = count;
    return has;
  }

  /** Whether two records of one owner may be at odds: the same data or different TTLs, a CNAME and others, two policies. */
  #suspicion(has: number): number {
    const { type, hash, ttl, flags, length } = this.document.columns;
    const entries = this.#scratch;
    const count = this.#count;
    let bits = (has & HAS_CNAME) !== 0 ? ODD_OWNER : 0;
    let policies = 0;
    let textLength = 0;
    const seen = count > 32 ? new Map<number, number>() : undefined;
    const ttls = count > 32 ? new Map<number, number>() : undefined;
    for (let at = 0; at < count; at++) {
      const entry = entries[at]!;
      const code = type[entry]!;
      if (code === TYPE.SOA || code === TYPE.DNAME)
        bits |= code === TYPE.DNAME || this.document.soas.size > 1 ? ODD_OWNER : 0;
      if (code === TYPE.TXT) textLength += length[entry]!;
      if ((flags[entry]! & POLICY) !== 0 && ++policies > 1) bits |= ODD_OWNER;
      if ((flags[entry]! & TEMPLATE) !== 0) continue;
      if (seen !== undefined && ttls !== undefined) {
        const key = code * 0x100000000 + (hash[entry]! >>> 0);
        if (seen.has(key)) bits |= ODD_OWNER;
        seen.set(key, entry);
        const other = ttls.get(code);
        if (other === undefined) ttls.set(code, entry);
        else bits |= this.#compareTtls(ttl[other]!, ttl[entry]!);
        continue;
      }
      for (let before = 0; before < at; before++) {
        const other = entries[before]!;
        if (type[other] !== code || (flags[other]! & TEMPLATE) !== 0) continue;
        if (hash[other] === hash[entry]) bits |= ODD_OWNER;
        bits |= this.#compareTtls(ttl[other]!, ttl[entry]!);
        if (code === TYPE.MX) bits |= this.#compareTargets(other, entry);
      }
    }
    return textLength > LARGE_TEXT ? bits | ODD_OWNER : bits;
  }

  /** Two MX at one host, or one at the root (a null MX). */
  #compareTargets(a: number, b: number): number {
    const { target, flags } = this.document.columns;
    const mayBeNull = (target[a] === -2 || target[b] === -2) && (flags[a]! | flags[b]!) !== 0;
    return mayBeNull || target[a] === target[b] ? ODD_OWNER : 0;
  }

  #compareTtls(a: number, b: number): number {
    if (a === b) return 0;
    const mixed = a < -1 || b < -1 ? MIXED_TTLS : 0;
    return this.seconds(a) === this.seconds(b) ? mixed : mixed | ODD_OWNER;
  }

  /** What a number of `columns.ttl` means; -1 where nothing says it. */
  seconds(ttl: number): number {
    return ttl < -1 ? this.document.reader.ttlValues[-2 - ttl]! : ttl;
  }

  /** The entry at a name that was read last, -1 without any: `columns.next` leads to the others. */
  firstAt(name: number): number {
    return (this.#first[name] ?? 0) - 1;
  }

  /** The entries at a name, in the order of the text. */
  entriesAt(name: number): number[] {
    const { next } = this.document.columns;
    const entries: number[] = [];
    for (let entry = this.firstAt(name); entry >= 0; entry = next[entry]!) entries.push(entry);
    if (entries.length < 2) return entries;
    // Linked newest first: almost always the reverse of the text's order.
    return entries.reverse().sort((a, b) => (a === b ? 0 : this.document.isBefore(a, b) ? -1 : 1));
  }

  /** The entries that point at a name, in no order. */
  *referencesTo(name: number): Generator<number> {
    const { nextReference } = this.document.columns;
    for (let entry = (this.#firstReference[name] ?? 0) - 1; entry >= 0; entry = nextReference[entry]!) yield entry;
  }

  /** The names that have a bit, `count` of them, by number. */
  *namesWith(bit: number, count: number): Generator<number> {
    let left = count;
    for (let name = 0; left > 0 && name < this.#has.length; name++) {
      if ((this.#has[name]! & bit) === 0) continue;
      left--;
      yield name;
    }
  }
}
