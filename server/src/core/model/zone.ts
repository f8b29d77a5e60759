import type { Parsed, SyntaxIssue } from "../syntax/parsed.ts";
import type { MappedText } from "../text/mappedText.ts";
import type { Span } from "../text/span.ts";

/** A domain name: absolute, lower case, with its final dot (`example.com.`, `.`), escapes only where they are needed. */
export type DomainName = string;

/** A piece of an entry as it was written. */
export interface Written {
  /** As written, quotes and escapes included. */
  readonly text: string;
  readonly span: Span;
}

/** One token of a record's data. */
export interface Field extends Written {
  /** What the record type calls it: `preference`, `exchange`; `""` beyond the fields that the type has. */
  readonly name: string;
  readonly kind: string;
  readonly isQuoted: boolean;
  /** The text without quotes and escapes, each character mapped to its place. */
  readonly value: MappedText;
  /** The absolute name, for a field that is one. */
  readonly target?: DomainName | undefined;
}

interface Entry {
  /** The path or URI of the file that holds it: another than the checked one for what `$INCLUDE` brought in. */
  readonly path: string;
  /** Whole lines, the last line end included; all spans of the entry count in it. */
  readonly text: string;
  /** From the first token to the last: what is underlined when the whole entry is meant. */
  readonly span: Span;
  /** Relative names go on with it. */
  readonly origin: DomainName;
  /** What the reader could not read; the rule of the same code words it. */
  readonly issues: readonly SyntaxIssue[];
  /** Comments after `;`, the semicolon included. */
  readonly comments: readonly Span[];
  /** The zone around it. */
  readonly zone: ZoneView;
}

export interface ZoneRecord extends Entry {
  readonly kind: "record";
  readonly owner: DomainName;
  /** `undefined` where the line begins with a blank and the owner is the last record's. */
  readonly ownerField: Written | undefined;
  /** In seconds: its own, else from `$TTL`, else the last one; `undefined` where nothing says it. */
  readonly ttl: number | undefined;
  readonly ttlField: Written | undefined;
  readonly classField: Written | undefined;
  /** IANA number; 0 for a word that is no type. */
  readonly type: number;
  /** Upper case: `TXT`; as written for an unknown one. */
  readonly typeName: string;
  /** Absent where the line ends before its type. */
  readonly typeField: Written | undefined;
  readonly fields: readonly Field[];
}

export interface Directive extends Entry {
  readonly kind: "directive";
  /** Upper case: `$ORIGIN`. */
  readonly name: string;
  readonly nameField: Written;
  readonly args: readonly Field[];
  /** The path of the file that an `$INCLUDE` names, be it there or not; `undefined` where nothing can be read. */
  readonly includedPath: string | undefined;
}

export type ZoneEntry = ZoneRecord | Directive;

export type PolicyKind = "spf" | "dkim" | "dmarc" | "mtaSts" | "tlsRpt" | "bimi";

/** A TXT (or SPF) record: its strings joined as receivers join them. */
export interface TxtRecord {
  readonly record: ZoneRecord;
  /** All strings joined without anything between; each character leads back to the entry's text. */
  readonly text: MappedText;
  readonly strings: readonly Field[];
  /** What it is, or is meant to be, by its owner and its first characters. */
  readonly policy: PolicyKind | undefined;
  readonly zone: ZoneView;
}

/** A policy in a TXT record. Spans of `root` and `issues` count in `text.value`; `text.spanOf` leads to the entry. */
export interface Policy<Root> extends Parsed<Root>, TxtRecord {}

/** All records of one owner, in the order of the text. */
export interface OwnerGroup {
  readonly owner: DomainName;
  readonly records: readonly ZoneRecord[];
  readonly zone: ZoneView;
}

/**
 * A record that points at a name inside the zone. An NS record whose target lies at or below its own delegation
 * (`sub NS ns1.sub`) is one too, with the answer `unknown`: it needs glue although the name is delegated.
 */
export interface Reference {
  readonly record: ZoneRecord;
  /** The field that holds the name. */
  readonly field: Field;
  readonly target: DomainName;
  readonly answer: Answer;
  readonly zone: ZoneView;
}

/** What the zone answers for a name and a type (RFC 1034 §4.3.2, RFC 4592). */
export type Answer =
  | { readonly kind: "found"; readonly records: readonly ZoneRecord[] }
  | { readonly kind: "alias"; readonly record: ZoneRecord }
  /** The name exists, or something below it does, but not with this type. */
  | { readonly kind: "nodata" }
  | { readonly kind: "missing" }
  /** The name is outside, delegated, below a DNAME, perhaps made by a `$GENERATE` that is not known whole, or nobody knows the apex: rules stay silent. */
  | { readonly kind: "unknown" };

/** A record that no server answers with, since a zone cut or a DNAME hides it (RFC 1034 §4.3.2, RFC 6672 §2.4). */
export interface Occlusion {
  readonly record: ZoneRecord;
  /** The NS (of a name below the apex) or the DNAME that hides it: the first one of the highest such owner. */
  readonly cut: ZoneRecord;
}

/** A zone as it was committed. */
export interface CommittedZone {
  readonly serial: number;
  /** Whether its records are those of the zone, but for the serial. Asked for only where the serials tell nothing. */
  hasSameRecords(): boolean;
}

/** A place in an entry. */
export interface Mark {
  readonly entry: ZoneEntry;
  readonly span: Span;
}

/**
 * The zone around a record, asked by name. What a rule asks is remembered: its findings are made again when a record
 * of that name changes.
 */
export interface ZoneView {
  readonly path: string;
  /** The owner of the SOA, else what `$ORIGIN`, the command line or the file name say; `undefined` if nothing does. */
  readonly apex: DomainName | undefined;
  /** Whether the file (with what it includes) holds an SOA: without one it may be a fragment of a zone. */
  readonly hasSoa: boolean;
  /** Whether template tags or an unreadable `$INCLUDE` hide part of the zone: nothing is missed then. */
  readonly isPartial: boolean;
  /** The records at exactly this owner, of one type or of all, in the order of the text. */
  records(owner: DomainName, type?: number): readonly ZoneRecord[];
  /** Whether a record of this type (MX, NS, SRV, CNAME or DNAME) points at a name inside the zone. */
  isTarget(name: DomainName, type: number): boolean;
  /** How many records of a type the zone has. */
  count(type: number): number;
  /** Whether any record stands at or below a `_domainkey` label, aliases included. */
  readonly hasDomainKeys: boolean;
  /**
   * The TXT records at and below `_domainkey` labels, in the order of the text, to compare keys with each other. Empty
   * where more than 256 names have some: what is asked at each keystroke must stay cheap.
   */
  domainKeys(): readonly ZoneRecord[];
  answer(name: DomainName, type: number): Answer;
  /** The first entry, for a finding about the zone as a whole; `undefined` in an empty file. */
  readonly firstEntry: ZoneEntry | undefined;
  /** The directives of the file, in the order of the text. */
  readonly directives: readonly Directive[];
  /** The last record of the file: a second SOA there is the end of a transfer dump. */
  readonly lastRecord: ZoneRecord | undefined;
  /** The first record whose `ttl` is `undefined`. */
  readonly firstWithoutTtl: ZoneRecord | undefined;
  /** The first CR LF; its span counts in the entry that it ends or stands in. `undefined` where lines end with LF alone. */
  readonly firstCrLf: Mark | undefined;
  /** The first template tag (`{{ … }}`, `{% … %}`, `<% … %>`, `@@NAME@@`); entries that hold one have no issues. */
  readonly firstTemplateTag: Mark | undefined;
  /**
   * Records that are hidden, in the order of the text, made one at a time: below a DNAME all; below a delegation all but
   * A and AAAA (they may be glue); at a delegation all but NS, DS, NSEC, RRSIG, A and AAAA. Empty where the apex is unknown,
   * and nothing to pay in a zone without DNAME and delegation.
   */
  occlusions(): Iterable<Occlusion>;
  /** The version that changes are compared with; `undefined` where none is known, or it has no serial to compare. */
  readonly committed: CommittedZone | undefined;
}
