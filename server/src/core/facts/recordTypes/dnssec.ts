import { say } from "../../locale.ts";
import { field, type RecordType } from "./recordType.ts";

const KEY_TAG = field("key tag", "u16", say("A short number that helps resolvers find the key."));
const ALGORITHM = field(
  "algorithm",
  "algorithm",
  say("The DNSSEC algorithm: a number or its mnemonic, such as 13 (`ECDSAP256SHA256`)."),
);
const DIGEST_TYPE = field("digest type", "digestType", say("The hash: 2 is SHA-256, 4 is SHA-384."));
const DIGEST = field("digest", "hex", say("The hash of the key in hexadecimal digits."));
const FLAGS = field("flags", "keyFlags", say("256 for a zone-signing key, 257 for a key-signing key."));
const PROTOCOL = field("protocol", "keyProtocol", say("Always 3 (DNSSEC)."));
const PUBLIC_KEY = field("public key", "base64", say("The public key in base64; it may be cut by blanks."));
const TYPES = field("types", "types", say("The record types that exist at this name."));
const HASH_ALGORITHM = field("hash algorithm", "u8", say("1 is SHA-1, the only one that NSEC3 knows."));
const FLAGS_2 = field("flags", "u8", say("1 where unsigned delegations are left out (opt-out)."));
const ITERATIONS = field("iterations", "u16", say("How often the hash is repeated; 0 is right today (RFC 9276)."));
const SALT = field("salt", "salt", say("Hexadecimal digits mixed into the hash, or `-` for none."));
const USAGE = field(
  "usage",
  "u8",
  say("0 to 3: what the certificate is compared with; mail uses 3 (the server’s own key) or 2 (its authority)."),
);
const SELECTOR = field("selector", "u8", say("0 for the whole certificate, 1 for its public key."));
const MATCHING_TYPE = field("matching type", "u8", say("0 for the data itself, 1 for SHA-256, 2 for SHA-512."));
const CERTIFICATE_ASSOCIATION_DATA = field(
  "certificate association data",
  "hex",
  say("The certificate, key or hash in hexadecimal digits."),
);
const PUBLIC_KEY_2 = field("public key", "base64Optional", say("The public key in base64; it may be cut by blanks."));
const DATA = field("data", "base64", say("Data in base64."));

/** Keys, signatures, certificates, fingerprints. */
export const KEY_TYPES: readonly RecordType[] = [
  {
    name: "DS",
    code: 43,
    doc: say("The hash of a delegated zone’s key: the link of trust from parent to child."),
    reference: "RFC 4034 §5",
    fields: [KEY_TAG, ALGORITHM, DIGEST_TYPE, DIGEST],
  },
  {
    name: "CDS",
    code: 59,
    doc: say("The DS record that this zone asks its parent to publish."),
    reference: "RFC 7344 §3.1",
    fields: [KEY_TAG, ALGORITHM, DIGEST_TYPE, DIGEST],
  },
  {
    name: "DNSKEY",
    code: 48,
    doc: say("A public key of the zone."),
    reference: "RFC 4034 §2",
    fields: [FLAGS, PROTOCOL, ALGORITHM, PUBLIC_KEY],
  },
  {
    name: "CDNSKEY",
    code: 60,
    doc: say("The key for which this zone asks its parent to publish a DS record."),
    reference: "RFC 7344 §3.2",
    fields: [FLAGS, PROTOCOL, ALGORITHM, PUBLIC_KEY],
  },
  {
    name: "RRSIG",
    code: 46,
    doc: say("The signature of the records of one type at this name."),
    reference: "RFC 4034 §3",
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
  },
  {
    name: "NSEC",
    code: 47,
    doc: say("Which types exist here, and which name comes next: proof that others do not exist."),
    reference: "RFC 4034 §4",
    fields: [
      field("next name", "name", say("The next name of the zone.")),
      field("types", "types", say("The record types that exist at this name."), { isFilled: true }),
    ],
  },
  {
    name: "NSEC3",
    code: 50,
    doc: say("As NSEC, with hashed names."),
    reference: "RFC 5155 §3",
    fields: [
      HASH_ALGORITHM,
      FLAGS_2,
      ITERATIONS,
      SALT,
      field("next hashed name", "base32", say("The next hash in base32hex.")),
      TYPES,
    ],
  },
  {
    name: "NSEC3PARAM",
    code: 51,
    doc: say("The parameters that servers of the zone hash names with."),
    reference: "RFC 5155 §4",
    fields: [HASH_ALGORITHM, FLAGS_2, ITERATIONS, SALT],
  },
  {
    name: "ZONEMD",
    code: 63,
    doc: say("A hash of the whole zone."),
    reference: "RFC 8976 §2",
    fields: [
      field("serial", "u32", say("The serial of the zone that was hashed.")),
      field("scheme", "u8", say("1 (`SIMPLE`), the only one that is defined.")),
      field("hash algorithm", "u8", say("1 for SHA-384, 2 for SHA-512.")),
      field("digest", "hex", say("The hash in hexadecimal digits.")),
    ],
  },
  {
    name: "CSYNC",
    code: 62,
    doc: say("Which records the parent should copy from this zone."),
    reference: "RFC 7477 §2.1",
    fields: [
      field("serial", "u32", say("The serial from which on it counts.")),
      field("flags", "u16", say("1 to act at once, 2 to wait for that serial, 3 for both.")),
      TYPES,
    ],
  },
  {
    name: "TLSA",
    code: 52,
    doc: say("What certificate a server must show, such as `_25._tcp` of a mail host."),
    reference: "RFC 6698 §2",
    fields: [USAGE, SELECTOR, MATCHING_TYPE, CERTIFICATE_ASSOCIATION_DATA],
  },
  {
    name: "SMIMEA",
    code: 53,
    doc: say("The S/MIME certificate of a mail address."),
    reference: "RFC 8162 §2",
    fields: [USAGE, SELECTOR, MATCHING_TYPE, CERTIFICATE_ASSOCIATION_DATA],
  },
  {
    name: "SSHFP",
    code: 44,
    doc: say("The fingerprint of a host’s SSH key."),
    reference: "RFC 4255 §3",
    fields: [
      field("algorithm", "u8", say("The key: 1 RSA, 2 DSA, 3 ECDSA, 4 Ed25519, 6 Ed448.")),
      field("fingerprint type", "u8", say("The hash: 1 is SHA-1, 2 is SHA-256.")),
      field("fingerprint", "hex", say("The fingerprint in hexadecimal digits.")),
    ],
  },
  {
    name: "OPENPGPKEY",
    code: 61,
    doc: say("The OpenPGP key of a mail address."),
    reference: "RFC 7929 §2",
    fields: [PUBLIC_KEY],
  },
  {
    name: "CERT",
    code: 37,
    doc: say("A certificate or a list of revoked ones."),
    reference: "RFC 4398 §2",
    fields: [
      field("type", "certType", say("The kind: a number or a mnemonic, such as 3 (`PGP`).")),
      KEY_TAG,
      ALGORITHM,
      field("certificate", "base64", say("The certificate in base64.")),
    ],
  },
  {
    name: "KEY",
    code: 25,
    doc: say("A key that signs updates and transactions (SIG(0)); zones use DNSKEY."),
    reference: "RFC 2535 §3, RFC 3445",
    fields: [
      field("flags", "keyFlags", say("The use of the key: a number or mnemonics.")),
      PROTOCOL,
      ALGORITHM,
      PUBLIC_KEY_2,
    ],
  },
  {
    name: "IPSECKEY",
    code: 45,
    doc: say("The IPsec key of a host."),
    reference: "RFC 4025 §2",
    fields: [
      field("precedence", "u8", say("Hosts try the smallest number first.")),
      field("gateway type", "gatewayType", say("What the gateway is: 0 none, 1 IPv4, 2 IPv6, 3 a name.")),
      field("algorithm", "u8", say("The key: 0 none, 1 DSA, 2 RSA, 3 ECDSA.")),
      field("gateway", "gateway", say("The gateway, or `.` for none.")),
      PUBLIC_KEY_2,
    ],
  },
  {
    name: "HIP",
    code: 55,
    doc: say("The identity of a host."),
    reference: "RFC 8005 §5",
    fields: [
      field("algorithm", "u8", say("The key: 1 DSA, 2 RSA, 3 ECDSA.")),
      field("identity tag", "hexWord", say("The host identity tag in hexadecimal digits.")),
      field("public key", "base64Word", say("The public key in base64, without blanks.")),
      field("rendezvous servers", "names", say("Names of servers through which the host is reached.")),
    ],
  },
  {
    name: "DHCID",
    code: 49,
    doc: say("Which DHCP client a name belongs to."),
    reference: "RFC 4701 §3",
    fields: [DATA],
  },
  {
    name: "HHIT",
    code: 67,
    doc: say("The identity of a registered device, such as a drone."),
    reference: "RFC 9886 §5.1",
    fields: [DATA],
  },
  {
    name: "BRID",
    code: 68,
    doc: say("The broadcast identity of a registered device."),
    reference: "RFC 9886 §5.2",
    fields: [DATA],
  },
];
