import { say } from "../locale.ts";
import { CAA_TAGS } from "./caaTags.ts";
import type { RecordField, RecordType } from "./recordTypes/recordType.ts";

/** A value that a field of a record may have, and what it means: one English sentence, translated at display. */
export interface FieldValue {
  readonly value: string;
  readonly doc: string;
  /** A mnemonic that may be written instead. */
  readonly mnemonic?: string;
  /** Not to be written any more: completion leaves it out. */
  readonly isOld?: boolean;
}

type Row = readonly [value: string, doc: string, mnemonic?: string, isOld?: "old"];

function rows(...given: readonly Row[]): readonly FieldValue[] {
  return given.map(([value, doc, mnemonic, old]) => ({
    value,
    doc,
    ...(mnemonic !== undefined && mnemonic !== "" && { mnemonic }),
    ...(old !== undefined && { isOld: true }),
  }));
}

const DO_NOT_USE = say("Weak: it must not be used for new zones.");

/** RFC 9904 and the registry of DNSSEC algorithms; the recommended ones first. */
const ALGORITHMS = rows(
  ["13", say("ECDSA on P-256 with SHA-256: small and understood everywhere."), "ECDSAP256SHA256"],
  ["15", say("Ed25519: small and fast; nearly all resolvers know it."), "ED25519"],
  ["8", say("RSA with SHA-256: understood everywhere, but large."), "RSASHA256"],
  ["14", say("ECDSA on P-384 with SHA-384."), "ECDSAP384SHA384"],
  ["16", say("Ed448."), "ED448"],
  ["10", say("RSA with SHA-512."), "RSASHA512"],
  ["5", DO_NOT_USE, "RSASHA1", "old"],
  ["7", DO_NOT_USE, "NSEC3RSASHA1", "old"],
  ["0", say("No algorithm: in CDS and CDNSKEY it asks the parent to delete the DS record."), "DELETE", "old"],
);

const DIGESTS = rows(
  ["2", say("SHA-256: every resolver must know it."), "SHA256"],
  ["4", say("SHA-384."), "SHA384"],
  ["1", DO_NOT_USE, "SHA1", "old"],
  ["0", say("No hash: in a CDS record that asks the parent to delete the DS record."), "", "old"],
);

const GATEWAYS = rows(
  ["0", say("Nothing; the next field is `.`.")],
  ["1", say("An IPv4 address.")],
  ["2", say("An IPv6 address.")],
  ["3", say("A domain name.")],
);

const BY_KIND: Readonly<Partial<Record<RecordField["kind"], readonly FieldValue[]>>> = {
  algorithm: ALGORITHMS,
  digestType: DIGESTS,
  keyFlags: rows(
    ["257", say("A key-signing key: the parent's DS record points at it.")],
    ["256", say("A zone-signing key.")],
    ["385", say("A key-signing key that is revoked (RFC 5011).")],
    ["0", say("No key of a zone.")],
  ),
  keyProtocol: rows(["3", say("DNSSEC: the only value that is allowed."), "DNSSEC"]),
  certType: rows(
    ["1", say("An X.509 certificate."), "PKIX"],
    ["3", say("An OpenPGP key."), "PGP"],
    ["4", say("The address of an X.509 certificate."), "IPKIX"],
    ["6", say("The fingerprint of an OpenPGP key and its address."), "IPGP"],
    ["253", say("Something whose form a URI names."), "URI"],
    ["254", say("Something whose form an object identifier names."), "OID"],
  ),
  dsyncScheme: rows(["1", say("A NOTIFY message is sent to the target."), "NOTIFY"]),
  gatewayType: GATEWAYS,
  caaTag: CAA_TAGS.map(({ name, doc }) => ({ value: name, doc })),
  salt: rows(["-", say("No salt: right today (RFC 9276).")]),
};

const USAGES = rows(
  ["3", say("The certificate itself, whoever signed it (DANE-EE): what mail servers use.")],
  ["2", say("The authority that signed it (DANE-TA).")],
  ["1", say("The certificate itself, and a public authority must have signed it (PKIX-EE); mail ignores it.")],
  ["0", say("A public authority that must have signed it (PKIX-TA); mail ignores it.")],
);
const SELECTORS = rows(
  ["1", say("The public key: it survives a renewal with the same key.")],
  ["0", say("The whole certificate.")],
);
const MATCHINGS = rows(
  ["1", say("Its SHA-256 hash.")],
  ["2", say("Its SHA-512 hash.")],
  ["0", say("The data itself.")],
);
const NSEC3_HASHES = rows(["1", say("SHA-1: the only hash that NSEC3 knows.")]);
const NSEC3_FLAGS = rows(
  ["0", say("Every name is covered.")],
  ["1", say("Opt-out: delegations without DNSSEC are left out.")],
);
const ITERATIONS = rows(["0", say("No repetition: right today, and more is refused by some resolvers (RFC 9276).")]);
const FIRST = say("Tried first.");
const SVC_PRIORITIES = rows(
  ["1", say("Tried first; parameters may follow.")],
  ["0", say("An alias: the target's own record counts.")],
);

/** By type and field, where the kind of the field does not tell. */
const BY_FIELD: Readonly<Record<string, readonly FieldValue[]>> = {
  "TLSA usage": USAGES,
  "TLSA selector": SELECTORS,
  "TLSA matching type": MATCHINGS,
  "SMIMEA usage": USAGES,
  "SMIMEA selector": SELECTORS,
  "SMIMEA matching type": MATCHINGS,
  "CAA flags": rows(
    ["0", say("An authority that does not know the tag ignores it.")],
    ["128", say("Critical: an authority that does not know the tag must not issue.")],
  ),
  "MX preference": rows(
    ["10", say("Hosts try the smallest number first.")],
    ["20", say("Tried when the hosts with smaller numbers do not answer.")],
    ["0", say("Tried first; `0 .` means that the domain receives no mail.")],
  ),
  "SRV priority": rows(["0", FIRST], ["10", say("Tried when the targets with smaller numbers do not answer.")]),
  "SRV weight": rows(
    ["1", say("An equal share of the connections, where all have the same number.")],
    ["0", say("No choice to make: there is one target of this priority.")],
  ),
  "SVCB priority": SVC_PRIORITIES,
  "HTTPS priority": SVC_PRIORITIES,
  "SSHFP algorithm": rows(
    ["4", say("An Ed25519 key.")],
    ["3", say("An ECDSA key.")],
    ["1", say("An RSA key.")],
    ["6", say("An Ed448 key.")],
    ["2", say("A DSA key, which OpenSSH no longer takes."), "", "old"],
  ),
  "SSHFP fingerprint type": rows(["2", say("A SHA-256 hash.")], ["1", say("A SHA-1 hash, which is weak."), "", "old"]),
  "NSEC3 hash algorithm": NSEC3_HASHES,
  "NSEC3PARAM hash algorithm": NSEC3_HASHES,
  "NSEC3 flags": NSEC3_FLAGS,
  "NSEC3PARAM flags": rows(["0", say("Always 0: opt-out is a matter of each NSEC3 record.")]),
  "NSEC3 iterations": ITERATIONS,
  "NSEC3PARAM iterations": ITERATIONS,
  "ZONEMD scheme": rows(["1", say("SIMPLE: the whole zone in canonical order."), ""]),
  "ZONEMD hash algorithm": rows(["1", say("SHA-384.")], ["2", say("SHA-512.")]),
  "CSYNC flags": rows(
    ["3", say("The parent acts at once, from the named serial on.")],
    ["1", say("The parent acts at once.")],
    ["2", say("The parent waits for the named serial.")],
  ),
  "IPSECKEY algorithm": rows(
    ["2", say("An RSA key.")],
    ["3", say("An ECDSA key.")],
    ["1", say("A DSA key."), "", "old"],
    ["0", say("No key.")],
  ),
  "HIP algorithm": rows(["2", say("An RSA key.")], ["3", say("An ECDSA key.")], ["1", say("A DSA key."), "", "old"]),
  "AMTRELAY discovery optional": rows(
    ["0", say("Clients first look for a relay near them.")],
    ["1", say("Clients may go to this relay at once.")],
  ),
  "AFSDB subtype": rows(["1", say("A server of AFS volume locations.")], ["2", say("A server of DCE authentication.")]),
  "NAPTR flags": rows(
    ['"S"', say("The replacement has SRV records.")],
    ['"A"', say("The replacement has addresses.")],
    ['"U"', say("The expression makes a URI.")],
    ['"P"', say("The service says how to go on.")],
    ['""', say("The replacement has further NAPTR records.")],
  ),
  "SOA refresh": rows(
    ["7200", say("Secondaries look for changes every 2 hours; NOTIFY tells them at once.")],
    ["86400", say("Secondaries look for changes once a day.")],
  ),
  "SOA retry": rows(
    ["900", say("After a failure they try again every 15 minutes.")],
    ["3600", say("After a failure they try again every hour.")],
  ),
  "SOA expire": rows(
    ["1209600", say("After 2 weeks without the primary they stop answering.")],
    ["2419200", say("After 4 weeks without the primary they stop answering.")],
  ),
  "SOA minimum": rows(
    ["3600", say("A name that does not exist is remembered for 1 hour.")],
    ["300", say("A name that does not exist is remembered for 5 minutes.")],
  ),
  "SOA rname": rows(["hostmaster", say("The usual mailbox for questions about DNS (RFC 2142).")]),
};

/** The values that a field is known to have, the likely ones first; empty for one that may be anything. */
export function fieldValuesOf(type: Pick<RecordType, "name">, field: RecordField): readonly FieldValue[] {
  return BY_FIELD[`${type.name} ${field.name}`] ?? BY_KIND[field.kind] ?? [];
}

/** The fact about a value as written: a number, or its mnemonic in any letter case. */
export function fieldValueOf(
  type: Pick<RecordType, "name">,
  field: RecordField,
  written: string,
): FieldValue | undefined {
  const word = written.toUpperCase();
  return fieldValuesOf(type, field).find(({ value, mnemonic }) => value.toUpperCase() === word || mnemonic === word);
}

/** Parameters of SVCB and HTTPS records (RFC 9460 §14.3.2 and the registry); a value follows where `takesValue`. */
export const SVC_PARAMETERS: readonly { readonly name: string; readonly doc: string; readonly takesValue: boolean }[] =
  [
    { name: "alpn", doc: say("Protocols that the server speaks: `h2,h3`."), takesValue: true },
    { name: "port", doc: say("Another port than the usual one."), takesValue: true },
    { name: "ipv4hint", doc: say("IPv4 addresses that a client may try before it has asked for A."), takesValue: true },
    {
      name: "ipv6hint",
      doc: say("IPv6 addresses that a client may try before it has asked for AAAA."),
      takesValue: true,
    },
    { name: "no-default-alpn", doc: say("The usual protocol is not spoken, only those of `alpn`."), takesValue: false },
    { name: "ech", doc: say("The keys for an encrypted ClientHello, in base64."), takesValue: true },
    { name: "mandatory", doc: say("Parameters that a client must understand to use this record."), takesValue: true },
    { name: "dohpath", doc: say("The path of a DNS server over HTTPS (RFC 9461)."), takesValue: true },
    { name: "ohttp", doc: say("The server can be reached through Oblivious HTTP (RFC 9540)."), takesValue: false },
    { name: "tls-supported-groups", doc: say("Numbers of the TLS groups that the server takes."), takesValue: true },
    { name: "docpath", doc: say("The path of a DNS server over CoAP."), takesValue: true },
  ];

/** Names under which authorities find themselves in a CAA record, as they publish them. */
export const CERTIFICATE_AUTHORITIES: readonly (readonly [domain: string, name: string])[] = [
  ["letsencrypt.org", "Let's Encrypt"],
  ["pki.goog", "Google Trust Services"],
  ["digicert.com", "DigiCert"],
  ["sectigo.com", "Sectigo, ZeroSSL"],
  ["globalsign.com", "GlobalSign"],
  ["amazon.com", "Amazon"],
  ["ssl.com", "SSL.com"],
  ["buypass.com", "Buypass"],
  ["harica.gr", "HARICA"],
];
