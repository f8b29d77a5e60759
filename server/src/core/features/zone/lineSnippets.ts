import { say } from "../../locale.ts";

/** Whole lines that begin with nothing that one would look for by name. */
export interface LineSnippet {
  readonly name: string;
  /** What is typed for it, where that is not its name. */
  readonly word?: string;
  readonly doc: string;
  /** A snippet; `{serial}` is today's first serial. */
  readonly lines: readonly string[];
}

const SOA = [
  "@ IN SOA ${2:ns1} ${3:hostmaster} (",
  "    {serial} ; serial",
  "    7200       ; refresh",
  "    900        ; retry",
  "    1209600    ; expire",
  "    3600 )     ; minimum",
];

/** For a file without an SOA: what a zone begins with. */
export const ZONE_HEADS: readonly LineSnippet[] = [
  {
    name: "zone",
    doc: say("A new zone: origin, TTL, SOA, name servers."),
    lines: [
      "\\$ORIGIN ${1:example.com}.",
      "\\$TTL 3600",
      ...SOA,
      "@ IN NS ${2:ns1}",
      "@ IN NS ${4:ns2}",
      "${2:ns1} IN A ${5:192.0.2.1}",
      "${4:ns2} IN A ${6:198.51.100.1}",
      "$0",
    ],
  },
  {
    name: "soa",
    doc: say("The head of the zone: who runs it, its serial number and its timers."),
    lines: [...SOA, "$0"],
  },
];

export const LINE_SNIPPETS: readonly LineSnippet[] = [
  {
    name: "mx",
    doc: say("Two hosts that receive mail."),
    lines: ["@ IN MX 10 ${1:mx1}", "@ IN MX 20 ${2:mx2}", "$0"],
  },
  {
    name: "spf",
    doc: say("Which servers send for the domain."),
    lines: [
      '@ IN TXT "v=spf1 ${1|mx,include:_spf.google.com,include:spf.protection.outlook.com,include:spf.mail.qq.com|} ${2|-all,~all|}"',
      "$0",
    ],
  },
  {
    name: "nullmx",
    doc: say("A domain without mail: null MX, SPF, DMARC."),
    lines: ["@ IN MX 0 .", '@ IN TXT "v=spf1 -all"', '_dmarc IN TXT "v=DMARC1; p=reject"', "$0"],
  },
  {
    name: "selector._domainkey CNAME",
    word: "dkim selector._domainkey cname",
    doc: say("A DKIM key that the provider publishes."),
    lines: ["${1:selector1}._domainkey IN CNAME ${2:selector1._domainkey.example.net}.", "$0"],
  },
  {
    name: "_report._dmarc",
    doc: say("Lets DMARC reports about another domain come here."),
    lines: ['${1:example.org}._report._dmarc IN TXT "v=DMARC1;"', "$0"],
  },
  {
    name: "srvmail",
    doc: say("Where mail programs find the servers of the domain."),
    lines: [
      "_submissions._tcp IN SRV 0 1 465 ${1:mail}",
      "_submission._tcp IN SRV 10 1 587 ${1:mail}",
      "_imaps._tcp IN SRV 0 1 993 ${1:mail}",
      "_pop3s._tcp IN SRV 10 1 995 ${1:mail}",
      "$0",
    ],
  },
  {
    name: "caa",
    doc: say("Which certificate authorities may issue certificates for this domain."),
    lines: ['@ IN CAA 0 issue "${1|letsencrypt.org,pki.goog,digicert.com,sectigo.com|}"', "$0"],
  },
  {
    name: "disable",
    doc: say("Suppresses a finding in the next line."),
    lines: ["; mailconfig-disable-next-line ${1:spf/ptr} -- ${2:reason}", "$0"],
  },
];
