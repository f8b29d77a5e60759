import { say } from "../../locale.ts";
import { field, type RecordType } from "./recordType.ts";

const HOST = field("host", "host", say("The name of a host."));
const MAILBOX = field("mailbox", "mbox", say("A mailbox as a name: the first dot stands for the `@`."));
const PREFERENCE = field("preference", "u16", say("Hosts try the smallest number first."));
const ALGORITHM = field(
  "algorithm",
  "algorithm",
  say("The DNSSEC algorithm: a number or its mnemonic, such as 13 (`ECDSAP256SHA256`)."),
);
const KEY_TAG = field("key tag", "u16", say("A short number that helps resolvers find the key."));

/** What nobody should write any more, but old zones hold. */
export const OBSOLETE_TYPES: readonly RecordType[] = [
  {
    name: "MD",
    code: 3,
    doc: say("Obsolete: a host that takes mail; use MX."),
    reference: "RFC 1035 §3.3.4",
    fields: [HOST],
    isObsolete: true,
  },
  {
    name: "MF",
    code: 4,
    doc: say("Obsolete: a host that forwards mail; use MX."),
    reference: "RFC 1035 §3.3.5",
    fields: [HOST],
    isObsolete: true,
  },
  {
    name: "MB",
    code: 7,
    doc: say("Experimental, unused: the host of a mailbox."),
    reference: "RFC 1035 §3.3.3",
    fields: [HOST],
    isObsolete: true,
  },
  {
    name: "MG",
    code: 8,
    doc: say("Experimental, unused: a member of a mail group."),
    reference: "RFC 1035 §3.3.6",
    fields: [MAILBOX],
    isObsolete: true,
  },
  {
    name: "MR",
    code: 9,
    doc: say("Experimental, unused: the new name of a mailbox."),
    reference: "RFC 1035 §3.3.8",
    fields: [MAILBOX],
    isObsolete: true,
  },
  {
    name: "NULL",
    code: 10,
    doc: say("Experimental, unused: any data."),
    reference: "RFC 1035 §3.3.10",
    fields: [field("data", "generic", say("Data in the form `\\# length hex`."))],
    isObsolete: true,
  },
  {
    name: "WKS",
    code: 11,
    doc: say("Obsolete: the well-known services of a host; use SRV."),
    reference: "RFC 1035 §3.4.2",
    fields: [
      field("address", "ip4", say("An IPv4 address: four numbers from 0 to 255.")),
      field("protocol", "word", say("`TCP`, `UDP` or a number.")),
      field("services", "words", say("Names or ports of services.")),
    ],
    isObsolete: true,
  },
  {
    name: "MINFO",
    code: 14,
    doc: say("Experimental, unused: who runs a mailing list."),
    reference: "RFC 1035 §3.3.7",
    fields: [MAILBOX, field("error mailbox", "mbox", say("Where error messages go, as a name."))],
    isObsolete: true,
  },
  {
    name: "X25",
    code: 19,
    doc: say("Unused: an address in an X.25 network."),
    reference: "RFC 1183 §3.1",
    fields: [field("address", "x25", say("Digits, at least four."))],
    isObsolete: true,
  },
  {
    name: "ISDN",
    code: 20,
    doc: say("Unused: an ISDN number."),
    reference: "RFC 1183 §3.2",
    fields: [
      field("address", "string", say("The number.")),
      field("subaddress", "string", say("The subaddress in hexadecimal digits; it may be left out."), {
        isOptional: true,
      }),
    ],
    isObsolete: true,
  },
  {
    name: "RT",
    code: 21,
    doc: say("Unused: a host that forwards for this one."),
    reference: "RFC 1183 §3.3",
    fields: [PREFERENCE, HOST],
    isObsolete: true,
  },
  {
    name: "NSAP",
    code: 22,
    doc: say("Historic: an OSI address."),
    reference: "RFC 1706 §5",
    fields: [field("address", "nsap", say("`0x` and hexadecimal digits; dots may stand between."))],
    isObsolete: true,
  },
  {
    name: "NSAP-PTR",
    code: 23,
    doc: say("Historic: the name of an OSI address."),
    reference: "RFC 1706 §6",
    fields: [field("target", "name", say("The name that is pointed at."))],
    isObsolete: true,
  },
  {
    name: "SIG",
    code: 24,
    doc: say("Obsolete: a signature; use RRSIG."),
    reference: "RFC 2535 §4",
    fields: [
      field("type covered", "typeCode", say("The record type that is signed.")),
      ALGORITHM,
      field("labels", "u8", say("How many labels the signed name has.")),
      field("original TTL", "u32", say("The TTL of the signed records.")),
      field("expiration", "time", say("When the signature ends: YYYYMMDDHHmmSS in UTC, or seconds since 1970.")),
      field("inception", "time", say("When the signature begins: YYYYMMDDHHmmSS in UTC, or seconds since 1970.")),
      KEY_TAG,
      field("signer", "name", say("The zone whose key made the signature.")),
      field("signature", "base64", say("The signature in base64.")),
    ],
    isObsolete: true,
  },
  {
    name: "PX",
    code: 26,
    doc: say("Unused: how X.400 and mail addresses correspond."),
    reference: "RFC 2163 §4",
    fields: [
      PREFERENCE,
      field("map822", "name", say("The mail domain.")),
      field("mapx400", "name", say("The X.400 domain as a name.")),
    ],
    isObsolete: true,
  },
  {
    name: "GPOS",
    code: 27,
    doc: say("Obsolete: where on Earth this name is; use LOC."),
    reference: "RFC 1712 §3",
    fields: [
      field("longitude", "string", say("Degrees from -180 to 180.")),
      field("latitude", "string", say("Degrees from -90 to 90.")),
      field("altitude", "string", say("Metres above the sea.")),
    ],
    isObsolete: true,
  },
  {
    name: "NXT",
    code: 30,
    doc: say("Obsolete: the next name of the zone; use NSEC."),
    reference: "RFC 2535 §5",
    fields: [
      field("next name", "name", say("The next name of the zone.")),
      field("types", "nxtTypes", say("The record types that exist at this name.")),
    ],
    isObsolete: true,
  },
  {
    name: "A6",
    code: 38,
    doc: say("Historic: an IPv6 address in pieces; use AAAA."),
    reference: "RFC 6563",
    fields: [
      field("prefix length", "u8", say("How many bits another record holds, 0 to 128.")),
      field("suffix", "words", say("The rest of the address, and the name of the prefix.")),
    ],
    isObsolete: true,
  },
  {
    name: "DLV",
    code: 32769,
    doc: say("Obsolete: a trust anchor in a registry of its own; use DS."),
    reference: "RFC 8749",
    fields: [
      KEY_TAG,
      ALGORITHM,
      field("digest type", "digestType", say("The hash: 2 is SHA-256, 4 is SHA-384.")),
      field("digest", "hex", say("The hash of the key in hexadecimal digits.")),
    ],
    isObsolete: true,
  },
];
