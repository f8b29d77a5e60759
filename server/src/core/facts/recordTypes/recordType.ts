/**
 * How a field is written. `checkRdata` reads the data by it; completion and hover show it. A kind that takes all tokens
 * that are left stands last: `strings`, `hex`, `base64`, `base64Optional`, `types`, `names`, `words`, `svcParams`,
 * `apl`, `location`, `opaque`.
 */
export type FieldKind =
  /** Decimal numbers of 8, 16, 32 and 64 bits. */
  | "u8"
  | "u16"
  | "u32"
  | "u64"
  /** 16 bits that are always 0. */
  | "zero"
  /** 0 or 1. */
  | "bit"
  /** Seconds, or units: `1h30m`. */
  | "ttl"
  /** `20260401000000` (RFC 4034 §3.2), or seconds since 1970. */
  | "time"
  | "ip4"
  | "ip6"
  | "eui48"
  | "eui64"
  /** Four groups of hexadecimal digits (RFC 6742 §2). */
  | "locator64"
  | "nsap"
  /** An ATM address: a number after `+`, or pairs of hexadecimal digits; dots may stand between. */
  | "atma"
  /** A string of at least four digits. */
  | "x25"
  /** A domain name of any form. */
  | "name"
  /** A domain name that should be a host's. */
  | "host"
  /** A mailbox as a domain name: `hostmaster.example.com.` */
  | "mbox"
  | "names"
  /** What the next `gateway` is: 0 nothing, 1 an IPv4 and 2 an IPv6 address, 3 a name (RFC 4025 §2.3, RFC 8777 §4.2.3). */
  | "gatewayType"
  /** An address, a name or `.` for none. */
  | "gateway"
  /** A character-string of at most 255 octets. */
  | "string"
  | "strings"
  /** A string without that limit. */
  | "text"
  | "hex"
  | "hexWord"
  | "base64"
  | "base64Word"
  /** May be missing altogether. */
  | "base64Optional"
  /** `-` where there is none. */
  | "base64OrDash"
  /** base32hex (RFC 5155 §3.3). */
  | "base32"
  /** Hexadecimal digits or `-`. */
  | "salt"
  | "types"
  /** Of NXT, which knows types up to 127 by their numbers too (RFC 2535 §5.3). */
  | "nxtTypes"
  | "typeCode"
  /** Numbers that have mnemonics. */
  | "algorithm"
  | "digestType"
  | "certType"
  | "keyFlags"
  | "keyProtocol"
  | "dsyncScheme"
  | "caaTag"
  | "svcParams"
  | "apl"
  | "location"
  | "word"
  | "words"
  /** Only the form `\# length hex` (RFC 3597). */
  | "generic"
  /** Never looked into. */
  | "opaque";

/** Take more than one token: as the last field, all that are left. */
export const KINDS_OF_SEVERAL: ReadonlySet<FieldKind> = new Set([
  "hex",
  "base64",
  "base64Optional",
  "base64OrDash",
  "strings",
  "types",
  "nxtTypes",
  "names",
  "words",
  "apl",
  "location",
  "svcParams",
  "generic",
  "opaque",
]);

export interface RecordField {
  /** Lower case, as its RFC calls it: `preference`, `key tag`. */
  readonly name: string;
  readonly kind: FieldKind;
  /** One English sentence, translated at display. */
  readonly doc: string;
  readonly isOptional?: boolean;
  /** Takes one token at least, though its kind may take none. */
  readonly isFilled?: boolean;
}

export interface RecordType {
  /** Upper case. */
  readonly name: string;
  /** The IANA number; server dialects have one of the range for private use (65280 to 65534). */
  readonly code: number;
  readonly fields: readonly RecordField[];
  /** The RFC section that defines it, or an address. */
  readonly reference: string;
  /** One English sentence, translated at display. */
  readonly doc: string;
  /** Not to be written any more: completion leaves it out. */
  readonly isObsolete?: boolean;
  /** A dialect of some servers, whose data nobody else can judge. */
  readonly isOpaque?: boolean;
}

export function field(
  name: string,
  kind: FieldKind,
  doc: string,
  options: Pick<RecordField, "isOptional" | "isFilled"> = {},
): RecordField {
  return { name, kind, doc, ...options };
}
