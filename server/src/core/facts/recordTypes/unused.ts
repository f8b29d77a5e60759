import { say } from "../../locale.ts";
import { field, type RecordType } from "./recordType.ts";

const DATA = field("data", "hex", say("Data in hexadecimal digits."));
const TEXT = field("text", "strings", say("One or more character-strings of at most 255 octets; readers join them."));
const ALGORITHM = field(
  "algorithm",
  "algorithm",
  say("The DNSSEC algorithm: a number or its mnemonic, such as 13 (`ECDSAP256SHA256`)."),
);
const NUMBER = field("number", "u32", say("A number up to 4294967295."));

/** Numbers that were given out and never came into use. */
export const UNUSED_TYPES: readonly RecordType[] = [
  {
    name: "EID",
    code: 31,
    doc: say("Unused: an endpoint of the Nimrod architecture."),
    reference: "https://www.iana.org/assignments/dns-parameters",
    fields: [DATA],
    isObsolete: true,
  },
  {
    name: "NIMLOC",
    code: 32,
    doc: say("Unused: a locator of the Nimrod architecture."),
    reference: "https://www.iana.org/assignments/dns-parameters",
    fields: [DATA],
    isObsolete: true,
  },
  {
    name: "ATMA",
    code: 34,
    doc: say("Unused: an ATM address."),
    reference: "https://www.iana.org/assignments/dns-parameters",
    fields: [field("address", "atma", say("Digits after a plus sign, or hexadecimal digits with dots."))],
    isObsolete: true,
  },
  {
    name: "SINK",
    code: 40,
    doc: say("Unused: data of any kind."),
    reference: "https://www.iana.org/assignments/dns-parameters",
    fields: [
      field("meaning", "u8", say("What the data is.")),
      field("coding", "u8", say("The coding of the data.")),
      field("subcoding", "u8", say("The variant of the coding.")),
      field("data", "base64Optional", say("Data in base64.")),
    ],
    isObsolete: true,
  },
  {
    name: "NINFO",
    code: 56,
    doc: say("Unused: the state of a zone."),
    reference: "https://www.iana.org/assignments/dns-parameters",
    fields: [TEXT],
    isObsolete: true,
  },
  {
    name: "RKEY",
    code: 57,
    doc: say("Unused: a key for encrypted NAPTR records."),
    reference: "https://www.iana.org/assignments/dns-parameters",
    fields: [
      field("flags", "zero", say("Always 0.")),
      field("protocol", "u8", say("Always 1.")),
      ALGORITHM,
      field("public key", "base64", say("The public key in base64; it may be cut by blanks.")),
    ],
    isObsolete: true,
  },
  {
    name: "TALINK",
    code: 58,
    doc: say("Unused: links between trust anchors."),
    reference: "https://www.iana.org/assignments/dns-parameters",
    fields: [
      field("previous name", "name", say("The name before, or `.`.")),
      field("next name", "name", say("The name after, or `.`.")),
    ],
    isObsolete: true,
  },
  {
    name: "UINFO",
    code: 100,
    doc: say("Unused: data about a user."),
    reference: "https://www.iana.org/assignments/dns-parameters",
    fields: [TEXT],
    isObsolete: true,
  },
  {
    name: "UID",
    code: 101,
    doc: say("Unused: the number of a user."),
    reference: "https://www.iana.org/assignments/dns-parameters",
    fields: [NUMBER],
    isObsolete: true,
  },
  {
    name: "GID",
    code: 102,
    doc: say("Unused: the number of a group."),
    reference: "https://www.iana.org/assignments/dns-parameters",
    fields: [NUMBER],
    isObsolete: true,
  },
  {
    name: "UNSPEC",
    code: 103,
    doc: say("Unused: data without a defined form."),
    reference: "https://www.iana.org/assignments/dns-parameters",
    fields: [field("data", "generic", say("Data in the form `\\# length hex`."))],
    isObsolete: true,
  },
  {
    name: "TA",
    code: 32768,
    doc: say("Unused: a trust anchor outside the tree."),
    reference: "https://www.iana.org/assignments/dns-parameters",
    fields: [
      field("key tag", "u16", say("A short number that helps resolvers find the key.")),
      ALGORITHM,
      field("digest type", "digestType", say("The hash: 2 is SHA-256, 4 is SHA-384.")),
      field("digest", "hex", say("The hash of the key in hexadecimal digits.")),
    ],
    isObsolete: true,
  },
];
