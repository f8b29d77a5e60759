import { say } from "../../locale.ts";
import { field, type RecordType } from "./recordType.ts";

const PRIORITY = field("priority", "u16", say("Clients try the smallest number first."));
const WEIGHT = field("weight", "u16", say("The share among targets of the same priority."));
const PRIORITY_2 = field(
  "priority",
  "u16",
  say("0 makes it an alias; otherwise clients try the smallest number first."),
);
const TARGET = field("target", "name", say("The host that offers the service; `.` stands for the owner itself."));
const PARAMETERS = field(
  "parameters",
  "svcParams",
  say("Parameters such as `alpn=h2,h3` or `port=8443`, in any order, each once."),
);
const TEXT = field("text", "strings", say("One or more character-strings of at most 255 octets; readers join them."));

/** Where services are. */
export const SERVICE_TYPES: readonly RecordType[] = [
  {
    name: "SRV",
    code: 33,
    doc: say("The host and port of a service, such as `_submission._tcp`."),
    reference: "RFC 2782",
    fields: [
      PRIORITY,
      WEIGHT,
      field("port", "u16", say("The port of the service.")),
      field(
        "target",
        "host",
        say("A host with an address, never an alias; `.` means that the service is not offered."),
      ),
    ],
  },
  {
    name: "NAPTR",
    code: 35,
    doc: say("A rule that rewrites a name into the next one to ask."),
    reference: "RFC 3403 §4.1",
    fields: [
      field("order", "u16", say("Rules are read from the smallest number on.")),
      field("preference", "u16", say("The order among rules of the same order number.")),
      field("flags", "string", say("What comes next: `S`, `A`, `U`, `P` or nothing.")),
      field("services", "string", say("The service and protocol, such as `SIP+D2T`.")),
      field("regexp", "string", say("A substitution such as `!^.*$!sip:info@example.com!`, or nothing.")),
      field("replacement", "name", say("The next name, or `.` where the expression makes it.")),
    ],
  },
  {
    name: "SVCB",
    code: 64,
    doc: say("Where a service is and how to connect to it."),
    reference: "RFC 9460 §2",
    fields: [PRIORITY_2, TARGET, PARAMETERS],
  },
  {
    name: "HTTPS",
    code: 65,
    doc: say("Where a web site is and how to connect to it."),
    reference: "RFC 9460 §9",
    fields: [PRIORITY_2, TARGET, PARAMETERS],
  },
  {
    name: "URI",
    code: 256,
    doc: say("The address of a service as a URI."),
    reference: "RFC 7553 §4",
    fields: [PRIORITY, WEIGHT, field("target", "text", say("A URI in quotes."))],
  },
  {
    name: "AFSDB",
    code: 18,
    doc: say("A server of the AFS file system."),
    reference: "RFC 1183 §1",
    fields: [
      field("subtype", "u16", say("1 for an AFS server, 2 for a DCE one.")),
      field("host", "host", say("The name of a host.")),
    ],
  },
  {
    name: "KX",
    code: 36,
    doc: say("A host that exchanges keys for this one."),
    reference: "RFC 2230 §3",
    fields: [
      field("preference", "u16", say("Hosts try the smallest number first.")),
      field("exchanger", "host", say("The host that exchanges keys.")),
    ],
  },
  {
    name: "DSYNC",
    code: 66,
    doc: say("Where child zones send notifications."),
    reference: "RFC 9859 §2",
    fields: [
      field("type", "typeCode", say("The type that is notified: CDS or CSYNC.")),
      field("scheme", "dsyncScheme", say("1 (`NOTIFY`).")),
      field("port", "u16", say("The port of the receiver.")),
      field("target", "host", say("The host that takes notifications.")),
    ],
  },
  {
    name: "RESINFO",
    code: 261,
    doc: say("What a resolver can do, as keys in one string each."),
    reference: "RFC 9606 §3",
    fields: [TEXT],
  },
  {
    name: "WALLET",
    code: 262,
    doc: say("Public addresses of wallets."),
    reference: "https://www.iana.org/assignments/dns-parameters",
    fields: [TEXT],
  },
  {
    name: "AMTRELAY",
    code: 260,
    doc: say("A relay for multicast traffic."),
    reference: "RFC 8777 §4",
    fields: [
      field("precedence", "u8", say("Clients try the smallest number first.")),
      field("discovery optional", "bit", say("1 where discovery may be skipped, otherwise 0.")),
      field("type", "gatewayType", say("What follows: 0 nothing, 1 IPv4, 2 IPv6, 3 a name.")),
      field("relay", "gateway", say("The relay, or `.` for none."), { isOptional: true }),
    ],
  },
  {
    name: "AVC",
    code: 258,
    doc: say("Visibility and control of applications."),
    reference: "https://www.iana.org/assignments/dns-parameters",
    fields: [TEXT],
  },
  {
    name: "DOA",
    code: 259,
    doc: say("A digital object of an enterprise."),
    reference: "https://www.iana.org/assignments/dns-parameters",
    fields: [
      field("enterprise", "u32", say("The enterprise number.")),
      field("type", "u32", say("The enterprise’s own number of the type.")),
      field("location", "u8", say("1 where the object stands here, 2 where a URI leads to it.")),
      field("media type", "string", say("The media type, such as `text/plain`.")),
      field("data", "base64OrDash", say("The object in base64, or `-` for none.")),
    ],
  },
];
