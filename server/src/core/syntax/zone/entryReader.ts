import { hasBlockTag, hasTemplateTag } from "../../facts/placeholderNames.ts";
import {
  CLASS_IN,
  classOf,
  DIRECTIVE,
  isAgeMark,
  isDigit,
  LOWER,
  latin1,
  TYPE,
  ttlOf,
  typeOf,
  UNKNOWN_TYPE,
} from "./characters.ts";
import {
  depthOf,
  frameOf,
  HAS_ESCAPE,
  NameHasher,
  type NameTable,
  NOT_ASCII,
  NOT_HOST,
  type Origin,
  REPEATS,
  ROOT,
  SEVERAL_LABELS,
  UNDERSCORE,
  WILDCARD,
} from "./names.ts";
import { isPlainKey, isUsualPort, spellsDomainKey } from "./plainRecords.ts";
import { RdataScreen } from "./rdataScreen.ts";
import { BLANK_OWNER, EntryScanner, ESCAPED, OPEN_QUOTE, QUOTED, STRAY_CLOSE, UNBALANCED } from "./scanner.ts";

/** What an entry inherits from the text before it. Three small numbers, so that two states compare at once. */
export interface State {
  /** Number of the origin in `origins`. */
  origin: number;
  /** Number of the last owner, -1 before the first. */
  owner: number;
  /** -1 none; ≥ 0 the last TTL that a record gave, where no $TTL stands; ≤ -2 the $TTL of this number (`ttlValues[-2 - ttl]`). */
  ttl: number;
}

/** Turns the tokens of one entry into what the columns hold, and carries the state on. */
export class EntryReader {
  readonly scanner = new EntryScanner();
  readonly hasher = new NameHasher();
  readonly rdata: RdataScreen;
  readonly names: NameTable;
  readonly origins: Origin[] = [];
  readonly ttlValues: number[] = [];
  /** Numbers of $TTL lines that are read again: a changed value then changes no state, and nothing after it is read. */
  spareTtls: number[] = [];
  ttlValueChanged = false;

  origin = 0;
  owner = -1;
  ttlState = -1;

  type = 0;
  ttl = -1;
  /** Not plainly fine: read again into objects when findings are asked for. */
  isOdd = false;
  /** A policy of which its rules have nothing to say. */
  isPlain = false;
  /** Template tags stand in it: whatever else it says is a generator's business. */
  isTemplate = false;
  /** A block tag, not a mere value: records may be alternatives. */
  isBlock = false;
  /** Numbers of names at or below a `_domainkey` label. */
  readonly keyOwners = new Set<number>();
  /** Numbers of wildcard names (RFC 4592 §2.1.1). */
  readonly wildcardOwners = new Set<number>();
  readonly #originByName = new Map<string, number>();
  /** Origins at or below a `_domainkey` label. */
  readonly #keyOrigins = new Set<number>();

  readonly #isThorough: boolean;

  /** @param isThorough for tests: takes no policy and no service for fine */
  constructor(names: NameTable, isThorough = false) {
    this.#isThorough = isThorough;
    this.names = names;
    this.rdata = new RdataScreen(this.scanner, this.hasher, names);
  }

  setState(state: State): void {
    this.origin = state.origin;
    this.owner = state.owner;
    this.ttlState = state.ttl;
  }

  /** The number of an origin; `name` is absolute and in lower case. */
  addOrigin(name: string): number {
    const known = this.#originByName.get(name);
    if (known !== undefined) return known;
    const bytes = new TextEncoder().encode(name);
    const isName = this.hasher.hash(bytes, 0, bytes.length, name.includes("\\"), ROOT);
    const [h1 = 0, h2 = 0, , , length = 0] = this.hasher.out;
    const id = isName ? this.names.intern(this.hasher) : 0;
    this.#originByName.set(name, this.origins.length);
    if (/(?:^|\.)_domainkey\./.test(name)) this.#keyOrigins.add(this.origins.length);
    const lastLabel = new TextEncoder().encode(/([^.]+)\.$/.exec(name)?.[1] ?? "");
    const frame = frameOf(bytes, 0, bytes.length, this.hasher.out[2]!, ROOT);
    return this.origins.push({ name, h1, h2, length, id, lastLabel, frame }) - 1;
  }

  absolute(bytes: Uint8Array, token: number): string {
    const name = lowerText(bytes, this.scanner.from[token]!, this.scanner.to[token]!);
    const origin = this.origins[this.origin]!.name;
    if (name === "@") return origin;
    if (name.endsWith(".") && !name.endsWith("\\.")) return name;
    return origin === "." ? `${name}.` : `${name}.${origin}`;
  }

  /** Reads the entry that the scanner stands on. */
  read(bytes: Uint8Array): void {
    const { scanner, rdata, hasher } = this;
    const { from, to, kind, count, status } = scanner;
    rdata.reset();
    this.isTemplate = this.isBlock = this.isPlain = false;
    this.isOdd = (status & (OPEN_QUOTE | UNBALANCED | STRAY_CLOSE)) !== 0;
    let token = 0;
    let nature = 0;
    if ((status & BLANK_OWNER) === 0) {
      if (bytes[from[0]!] === 36 && to[0]! > from[0]!) return this.#directive(bytes);
      const origin = this.origins[this.origin]!;
      const isName = hasher.hash(bytes, from[0]!, to[0]!, (kind[0]! & ESCAPED) !== 0, origin);
      if (!isName || (kind[0]! & QUOTED) !== 0) this.isOdd = true;
      this.owner = this.names.intern(hasher);
      nature = hasher.out[2]!;
      if ((nature & ~SEVERAL_LABELS) !== 0 || origin.frame !== 0)
        this.names.frame[this.owner] = frameOf(bytes, from[0]!, to[0]!, nature, origin);
      if (((nature & UNDERSCORE) !== 0 || this.#keyOrigins.has(this.origin)) && this.#isBelowDomainKey(bytes))
        this.keyOwners.add(this.owner);
      if ((nature & WILDCARD) !== 0 && bytes[from[0]!] === 42) this.wildcardOwners.add(this.owner);
      if (hasher.out[3] === 0 && hasher.apex !== undefined) this.isOdd = true;
      if ((nature & (NOT_ASCII | REPEATS)) !== 0) this.isOdd = true;
      token = 1;
    } else if (this.owner < 0) this.isOdd = true;

    let explicit = -1;
    for (let hasClass = false; token < count; token++) {
      if (explicit === -1 && isDigit(bytes[from[token]!])) {
        explicit = ttlOf(bytes, from[token]!, to[token]!);
        if (explicit !== -1) continue;
      }
      if (isAgeMark(bytes, from[token]!, to[token]!)) continue;
      const name = hasClass ? 0 : classOf(bytes, from[token]!, to[token]!);
      if (name === 0) break;
      if (name !== CLASS_IN) this.isOdd = true;
      hasClass = true;
    }
    if (explicit >= 0) {
      this.ttl = explicit;
      if (this.ttlState > -2) this.ttlState = explicit;
    } else {
      if (explicit < -1) this.isOdd = true;
      this.ttl = this.ttlState;
    }

    this.type = token < count && (kind[token]! & QUOTED) === 0 ? typeOf(bytes, from[token]!, to[token]!) : 0;
    if (this.type === 0) {
      this.type = UNKNOWN_TYPE;
      this.isOdd = true;
    } else {
      if (
        (nature & (NOT_HOST | WILDCARD | HAS_ESCAPE)) === NOT_HOST ||
        ((nature & UNDERSCORE) !== 0 && (this.type === TYPE.A || this.type === TYPE.AAAA))
      ) {
        if (this.type === TYPE.A || this.type === TYPE.AAAA || this.type === TYPE.MX) this.isOdd = true;
      }
      rdata.read(bytes, this.type, token + 1, this.origins[this.origin]!, nature);
      if (this.type === TYPE.TXT) {
        // Below the label stands a selector: `_domainkey` itself, `_report` and the like are something else.
        const isSelector = rdata.isPolicy && this.names.frame[this.owner] === 0 && this.keyOwners.has(this.owner);
        this.isPlain = isSelector && !this.#isThorough && isPlainKey(bytes, scanner, token + 1);
      } else if (this.type === TYPE.SRV && !rdata.isOdd) {
        const isService = (nature & UNDERSCORE) !== 0 && depthOf(this.names.frame[this.owner]!) === 2;
        if (!isService || this.#isThorough || !isUsualPort(bytes, scanner, rdata.port)) this.isOdd = true;
      }
      if (rdata.isOdd) this.isOdd = true;
      if (this.type === TYPE.SOA && this.ttlState === -1) this.#takeTtlOfSoa(bytes);
      if (this.ttl === -1) this.isOdd = true;
    }
    if (this.isOdd || (rdata.isPolicy && !this.isPlain)) this.#findTemplateTags(bytes);
  }

  /** Whether the owner that the entry spells stands at or below a `_domainkey` label. */
  #isBelowDomainKey(bytes: Uint8Array): boolean {
    const [start, end] = [this.scanner.from[0]!, this.scanner.to[0]!];
    return spellsDomainKey(bytes, start, end) || (bytes[end - 1] !== 46 && this.#keyOrigins.has(this.origin));
  }

  /** Without $TTL, servers take the SOA's last field (RFC 1035 §5.1 says nothing; BIND and NSD do). */
  #takeTtlOfSoa(bytes: Uint8Array): void {
    const last = this.scanner.count - 1;
    const seconds = ttlOf(bytes, this.scanner.from[last]!, this.scanner.to[last]!);
    if (seconds >= 0) this.ttl = this.ttlState = seconds;
  }

  #directive(bytes: Uint8Array): void {
    const { from, to, count } = this.scanner;
    this.type = DIRECTIVE;
    this.ttl = -1;
    this.isOdd = true;
    const word = latin1(bytes, from[0]!, to[0]!).toUpperCase();
    if (word === "$TTL") {
      const value = count > 1 ? ttlOf(bytes, from[1]!, to[1]!) : -1;
      if (value < 0) return this.#findTemplateTags(bytes);
      const number = this.spareTtls.shift() ?? this.ttlValues.push(value) - 1;
      if (this.ttlValues[number] !== value) this.ttlValueChanged = true;
      this.ttlValues[number] = value;
      this.ttl = this.ttlState = -2 - number;
    } else if (word === "$ORIGIN" && count > 1) {
      const { hasher, scanner } = this;
      const isEscaped = (scanner.kind[1]! & ESCAPED) !== 0;
      // Half-typed nonsense is no origin: what follows would move with every key.
      if (hasher.hash(bytes, from[1]!, to[1]!, isEscaped, this.origins[this.origin]!)) {
        this.origin = this.addOrigin(this.absolute(bytes, 1));
      }
    }
    this.#findTemplateTags(bytes);
  }

  #findTemplateTags(bytes: Uint8Array): void {
    if (!mayHoldTag(bytes, this.scanner.start, this.scanner.next)) return;
    const text = latin1(bytes, this.scanner.start, this.scanner.next);
    this.isTemplate = hasTemplateTag(text);
    this.isBlock = hasBlockTag(text);
  }
}

const LOW_LINE = 95;
const TAG_CHARACTERS = new Uint8Array(256);
for (const character of "$%<@[{|}") TAG_CHARACTERS[character.charCodeAt(0)] = 1;

/** A sieve before the text is made: two of `$ % < @ [ { | }` or `__` stand in few entries. */
function mayHoldTag(bytes: Uint8Array, start: number, end: number): boolean {
  let count = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (TAG_CHARACTERS[byte] === 1 || (byte === LOW_LINE && bytes[at + 1] === LOW_LINE)) count++;
  }
  return count > 1;
}

/** The text in ASCII lower case; UTF-8 is decoded. */
function lowerText(bytes: Uint8Array, start: number, end: number): string {
  const lower = bytes.slice(start, end).map((byte) => LOWER[byte]!);
  return lower.every((byte) => byte < 128) ? latin1(lower, 0, lower.length) : new TextDecoder().decode(lower);
}
