import { say } from "../../locale.ts";
import { field, type RecordType } from "./recordType.ts";

const PREFERENCE = field("preference", "u16", say("Hosts try the smallest number first."));
const DATA = field("data", "opaque", say("Data in the server’s own form."));

/** Addresses of other layers, and dialects of single servers, which have no number of their own: they get one of the range for private use. */
export const OTHER_TYPES: readonly RecordType[] = [
  {
    name: "EUI48",
    code: 108,
    doc: say("A hardware address of 48 bits."),
    reference: "RFC 7043 §3",
    fields: [field("address", "eui48", say("Six pairs of hexadecimal digits with hyphens: `00-00-5e-00-53-2a`."))],
  },
  {
    name: "EUI64",
    code: 109,
    doc: say("A hardware address of 64 bits."),
    reference: "RFC 7043 §4",
    fields: [field("address", "eui64", say("Eight pairs of hexadecimal digits with hyphens."))],
  },
  {
    name: "NID",
    code: 104,
    doc: say("The node identifier of a host (ILNP)."),
    reference: "RFC 6742 §2.1",
    fields: [
      PREFERENCE,
      field("node identifier", "locator64", say("Four groups of hexadecimal digits: `0014:4fff:ff20:ee64`.")),
    ],
  },
  {
    name: "L32",
    code: 105,
    doc: say("A 32-bit locator of a host (ILNP)."),
    reference: "RFC 6742 §2.2",
    fields: [PREFERENCE, field("locator", "ip4", say("Written as an IPv4 address."))],
  },
  {
    name: "L64",
    code: 106,
    doc: say("A 64-bit locator of a host (ILNP)."),
    reference: "RFC 6742 §2.3",
    fields: [
      PREFERENCE,
      field("locator", "locator64", say("Four groups of hexadecimal digits: `0014:4fff:ff20:ee64`.")),
    ],
  },
  {
    name: "LP",
    code: 107,
    doc: say("The name that holds the locators of a host (ILNP)."),
    reference: "RFC 6742 §2.4",
    fields: [PREFERENCE, field("target", "name", say("A name with L32 or L64 records."))],
  },
  {
    name: "APL",
    code: 42,
    doc: say("Ranges of addresses."),
    reference: "RFC 3123",
    fields: [field("prefixes", "apl", say("Items such as `1:192.0.2.0/24` or `!2:2001:db8::/32`."))],
  },
  {
    name: "IPN",
    code: 264,
    doc: say("The node number of a space network."),
    reference: "https://www.iana.org/assignments/dns-parameters",
    fields: [field("node number", "u64", say("The number of the node."))],
  },
  {
    name: "CLA",
    code: 263,
    doc: say("Adapters of a space network."),
    reference: "https://www.iana.org/assignments/dns-parameters",
    fields: [field("text", "strings", say("One or more character-strings of at most 255 octets; readers join them."))],
  },
  {
    name: "ALIAS",
    code: 65401,
    doc: say("PowerDNS and others: an alias that may stand beside other records."),
    reference: "https://doc.powerdns.com/authoritative/guides/alias.html",
    fields: [DATA],
    isOpaque: true,
  },
  {
    name: "LUA",
    code: 65402,
    doc: say("PowerDNS: a record that a program computes."),
    reference: "https://doc.powerdns.com/authoritative/lua-records/",
    fields: [DATA],
    isOpaque: true,
  },
  {
    name: "ANAME",
    code: 65403,
    doc: say("Some servers: an alias that may stand beside other records."),
    reference: "https://datatracker.ietf.org/doc/draft-ietf-dnsop-aname/",
    fields: [DATA],
    isOpaque: true,
  },
  {
    name: "DYNA",
    code: 65404,
    doc: say("gdnsd: addresses that a plugin computes."),
    reference: "https://github.com/gdnsd/gdnsd",
    fields: [DATA],
    isOpaque: true,
  },
  {
    name: "DYNC",
    code: 65405,
    doc: say("gdnsd: an alias that a plugin computes."),
    reference: "https://github.com/gdnsd/gdnsd",
    fields: [DATA],
    isOpaque: true,
  },
  {
    name: "WINS",
    code: 65281,
    doc: say("Microsoft: names that the zone lacks are asked of WINS servers."),
    reference: "https://learn.microsoft.com/openspecs/windows_protocols/ms-dnsp/",
    fields: [DATA],
    isOpaque: true,
  },
  {
    name: "WINSR",
    code: 65282,
    doc: say("Microsoft: addresses that the zone lacks are asked of WINS servers."),
    reference: "https://learn.microsoft.com/openspecs/windows_protocols/ms-dnsp/",
    fields: [DATA],
    isOpaque: true,
  },
];
