import { say } from "../../locale.ts";
import { field, type RecordType } from "./recordType.ts";

const TEXT = field("text", "strings", say("One or more character-strings of at most 255 octets; readers join them."));

/** Names, addresses, mail, text. */
export const COMMON_TYPES: readonly RecordType[] = [
  {
    name: "A",
    code: 1,
    doc: say("The IPv4 address of a host."),
    reference: "RFC 1035 §3.4.1",
    fields: [field("address", "ip4", say("An IPv4 address: four numbers from 0 to 255."))],
  },
  {
    name: "AAAA",
    code: 28,
    doc: say("The IPv6 address of a host."),
    reference: "RFC 3596 §2.1",
    fields: [field("address", "ip6", say("An IPv6 address in groups of hexadecimal digits."))],
  },
  {
    name: "NS",
    code: 2,
    doc: say("A name server of the zone, or of the zone that is delegated here."),
    reference: "RFC 1035 §3.3.11",
    fields: [field("name server", "host", say("A host with an address, never an alias."))],
  },
  {
    name: "CNAME",
    code: 5,
    doc: say("An alias: every question about this name is answered with the records of another."),
    reference: "RFC 1035 §3.3.1",
    fields: [field("target", "name", say("The name that is meant."))],
  },
  {
    name: "DNAME",
    code: 39,
    doc: say("An alias for everything below this name."),
    reference: "RFC 6672 §2.1",
    fields: [field("target", "name", say("The name that takes the place of this one."))],
  },
  {
    name: "SOA",
    code: 6,
    doc: say("The head of the zone: who runs it, its serial number and its timers."),
    reference: "RFC 1035 §3.3.13",
    fields: [
      field("mname", "host", say("The primary name server.")),
      field("rname", "mbox", say("The administrator’s mailbox: the first dot stands for the `@`.")),
      field("serial", "u32", say("Raise it with every change, at most 4294967295; secondaries compare it.")),
      field("refresh", "ttl", say("How often secondaries ask for a new serial.")),
      field("retry", "ttl", say("How soon secondaries ask again after a failure.")),
      field("expire", "ttl", say("When secondaries stop answering if the primary stays silent.")),
      field("minimum", "ttl", say("How long resolvers remember that a name does not exist.")),
    ],
  },
  {
    name: "PTR",
    code: 12,
    doc: say("The name of an address (reverse lookup), or a pointer to a service instance."),
    reference: "RFC 1035 §3.3.12",
    fields: [field("target", "name", say("The name that is pointed at."))],
  },
  {
    name: "MX",
    code: 15,
    doc: say("A host that takes mail for this domain."),
    reference: "RFC 1035 §3.3.9",
    fields: [
      field("preference", "u16", say("Senders try the smallest number first.")),
      field(
        "exchange",
        "host",
        say("A host with an address, never an alias; `.` means that the domain takes no mail."),
      ),
    ],
  },
  {
    name: "TXT",
    code: 16,
    doc: say("Free text; SPF, DKIM, DMARC, MTA-STS, TLS-RPT and BIMI policies live here."),
    reference: "RFC 1035 §3.3.14",
    fields: [TEXT],
  },
  {
    name: "SPF",
    code: 99,
    doc: say("An SPF policy in a type of its own, which receivers no longer ask for; use TXT."),
    reference: "RFC 7208 §3.1",
    fields: [TEXT],
    isObsolete: true,
  },
  {
    name: "CAA",
    code: 257,
    doc: say("Which certificate authorities may issue certificates for this domain."),
    reference: "RFC 8659 §4",
    fields: [
      field("flags", "u8", say("128 makes the property critical, otherwise 0.")),
      field("tag", "caaTag", say("The property: `issue`, `issuewild`, `issuemail`, `issuevmc`, `iodef`, …")),
      field("value", "text", say("The authority’s domain with its parameters, or `;` for none.")),
    ],
  },
  {
    name: "HINFO",
    code: 13,
    doc: say("Hardware and system of a host; today mostly an answer to questions for ANY."),
    reference: "RFC 1035 §3.3.2, RFC 8482",
    fields: [field("cpu", "string", say("The hardware.")), field("os", "string", say("The operating system."))],
  },
  {
    name: "RP",
    code: 17,
    doc: say("The person who is responsible for this name."),
    reference: "RFC 1183 §2.2",
    fields: [
      field("mailbox", "mbox", say("A mailbox as a name: the first dot stands for the `@`.")),
      field("text name", "name", say("A name whose TXT record tells more, or `.`.")),
    ],
  },
  {
    name: "LOC",
    code: 29,
    doc: say("Where on Earth this name is."),
    reference: "RFC 1876",
    fields: [
      field(
        "location",
        "location",
        say("Latitude, longitude, altitude, and up to three precisions: `52 22 23 N 4 53 32 E 2m`."),
      ),
    ],
  },
];
