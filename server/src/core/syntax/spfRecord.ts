import type { MechanismName, Qualifier } from "../facts/spf.ts";
import type { Span } from "../text/span.ts";
import type { SyntaxIssue } from "./parsed.ts";
import type { Network } from "./spfAddress.ts";

/** A piece of the record as it was written. Spans count in UTF-16 units of the TXT value. */
export interface Piece {
  readonly text: string;
  readonly span: Span;
}

/** An SPF record, broken parts included: every word after the version is one term (RFC 7208 §4.5, §12). */
export interface SpfRecord {
  /** The first word: `v=spf1`, or what stands in its place. */
  readonly version: Piece;
  readonly terms: readonly SpfTerm[];
  /** The parser's issues, with what its rules need to word and mend them. */
  readonly faults: readonly SpfFault[];
}

export type SpfTerm = Mechanism | Modifier | BrokenTerm;

interface Term extends Piece {
  /** The sign before the name; `undefined` where none is written. */
  readonly sign: Piece | undefined;
  /** As written; `undefined` for a word that begins with no name. */
  readonly nameAt: Piece | undefined;
  /** What follows the colon or equals sign, prefix lengths included; `undefined` where neither is written. */
  readonly valueAt: Piece | undefined;
  /** Whether one of the faults lies in it. Its value may still be half read. */
  readonly isBroken: boolean;
}

export interface Mechanism extends Term {
  readonly kind: "mechanism";
  readonly name: MechanismName;
  /** `+` where no sign is written (RFC 7208 §4.6.2). */
  readonly qualifier: Qualifier;
  readonly domain: DomainSpec | undefined;
  /** Of `ip4` and `ip6`, where both address and prefix length can be read. */
  readonly network: Network | undefined;
  /** The digits after `/`: of `ip4` and `ip6` itself, of `a` and `mx` for IPv4 addresses. */
  readonly prefix: Prefix | undefined;
  /** The digits after `//`, of `a` and `mx` for IPv6 addresses. */
  readonly prefix6: Prefix | undefined;
}

export interface Modifier extends Term {
  readonly kind: "modifier";
  /** Lower case; any name is allowed. */
  readonly name: string;
  readonly nameAt: Piece;
  readonly valueAt: Piece;
  /** Of `redirect` and `exp`. */
  readonly domain: DomainSpec | undefined;
  readonly macros: readonly Macro[];
}

/** A word that the grammar rejects, or whose name is no mechanism. */
export interface BrokenTerm extends Term {
  readonly kind: "broken";
}

export interface Prefix extends Piece {
  /** `undefined` where it is no length that the family allows. */
  readonly length: number | undefined;
}

/** A domain-spec (RFC 7208 §7.1): a name, or a template that macros fill. */
export interface DomainSpec extends Piece {
  readonly macros: readonly Macro[];
  /** Whether a receiver can look it up. */
  readonly isBroken: boolean;
}

/** A `%{…}`, or one of the escapes `%%`, `%_`, `%-`. */
export interface Macro extends Piece {
  /** As written (upper case asks for URL escapes); `%`, `_` or `-` for an escape, `""` for one that cannot be read. */
  readonly letter: string;
  /** How many parts are kept, from the right; `undefined` for all. */
  readonly keep: number | undefined;
  readonly isReversed: boolean;
  /** Where the value is split; `.` where nothing is written. */
  readonly delimiters: string;
}

export interface SpfFault extends SyntaxIssue {
  /** Which of its rule's messages words it. */
  readonly reason: string;
  /** What was most likely meant in the place of the span; absent where nobody can tell. */
  readonly meant?: string;
  /** Other readings, the likelier first. */
  readonly orElse?: readonly string[];
}
