import { say } from "../../locale.ts";

export interface DirectiveFact {
  readonly name: string;
  readonly doc: string;
  readonly form: string;
  readonly reference: string;
  /** A snippet for what follows the name. */
  readonly snippet: string;
}

/** What a line that begins with `$` can be. */
export const DIRECTIVES: readonly DirectiveFact[] = [
  {
    name: "$ORIGIN",
    doc: say("Names without a final dot are completed with this name from here on."),
    form: "$ORIGIN example.com.",
    reference: "RFC 1035 §5.1",
    snippet: "ORIGIN ${1:example.com.}",
  },
  {
    name: "$TTL",
    doc: say("How long resolvers may keep records that say nothing themselves."),
    form: "$TTL 3600",
    reference: "RFC 2308 §4",
    snippet: "TTL ${1:3600}",
  },
  {
    name: "$INCLUDE",
    doc: say("Reads another file at this place; the origin is afterwards what it was before."),
    form: "$INCLUDE mail.zone",
    reference: "RFC 1035 §5.1",
    snippet: "INCLUDE ${1:file}",
  },
  {
    name: "$GENERATE",
    doc: say("Makes a series of records that differ in a number. BIND and some others know it, no RFC does."),
    form: "$GENERATE 1-9 host$ A 192.0.2.$",
    reference: "https://bind9.readthedocs.io/en/latest/chapter3.html#the-generate-directive",
    snippet: "GENERATE ${1:1-9} ${2:host}\\$ A ${3:192.0.2.}\\$",
  },
];

export interface OwnerFact {
  /** As it is written below the apex. */
  readonly name: string;
  /** Matches the owner's first labels, lower case. */
  readonly pattern: RegExp;
  readonly doc: string;
  readonly reference: string;
  /** A snippet in the place of the name, which already begins the record. `{id}` is a number that grows with time. */
  readonly snippet: string;
  /** What people call it, who look for it by that. */
  readonly word?: string;
}

/** Owners that say what their records are for (RFC 8552). */
export const OWNERS: readonly OwnerFact[] = [
  {
    name: "_dmarc",
    word: "dmarc",
    pattern: /^_dmarc(?:\.|$)/,
    doc: say("Here receivers look for the domain's DMARC policy: what to do with mail that fails SPF and DKIM."),
    reference: "RFC 9989 §4.7",
    snippet: '_dmarc IN TXT "v=DMARC1; p=${1|none,quarantine,reject|}; rua=mailto:${2:dmarc@example.com}"',
  },
  {
    name: "selector._domainkey",
    word: "dkim",
    pattern: /^[^.]+\._domainkey(?:\.|$)/,
    doc: say("Here stands the DKIM key of one selector: verifiers read it to check signatures that name the selector."),
    reference: "RFC 6376 §3.6.2.1",
    snippet: '${1:selector}._domainkey IN TXT "v=DKIM1; k=rsa; p=${2}"',
  },
  {
    name: "_mta-sts",
    word: "mtasts",
    pattern: /^_mta-sts(?:\.|$)/,
    doc: say("Here senders learn that the domain has an MTA-STS policy, and when it changed."),
    reference: "RFC 8461 §3.1",
    snippet: '_mta-sts IN TXT "v=STSv1; id=${1:{id}}"',
  },
  {
    name: "_smtp._tls",
    word: "tlsrpt",
    pattern: /^_smtp\._tls(?:\.|$)/,
    doc: say("Here senders learn where reports about failed TLS connections go."),
    reference: "RFC 8460 §3",
    snippet: '_smtp._tls IN TXT "v=TLSRPTv1; rua=mailto:${1:tls-reports@example.com}"',
  },
  {
    name: "default._bimi",
    word: "bimi",
    pattern: /^[^.]+\._bimi(?:\.|$)/,
    doc: say("Here mailbox providers find the logo that they show beside the domain's mail."),
    reference: "https://datatracker.ietf.org/doc/draft-brand-indicators-for-message-identification/",
    snippet: 'default._bimi IN TXT "v=BIMI1; l=${1:https://example.com/logo.svg}; a=${2}"',
  },
  {
    name: "_25._tcp.mail",
    word: "tlsa",
    pattern: /^_25\._tcp(?:\.|$)/,
    doc: say("Here DANE says which certificate the mail server on port 25 shows. It needs a signed zone."),
    reference: "RFC 7672 §3.1",
    snippet: "_25._tcp.${1:mail} IN TLSA 3 1 1 ${2}",
  },
  {
    name: "_submissions._tcp",
    word: "srv",
    pattern: /^_(?:submissions?|imaps?|pop3s?|sieve)\._tcp(?:\.|$)/,
    doc: say("Here mail programs find the server for this protocol when a user names only an address."),
    reference: "RFC 6186 §3",
    snippet: "_submissions._tcp IN SRV 0 1 465 ${1:mail.example.com.}",
  },
  {
    name: "mta-sts",
    pattern: /^mta-sts(?:\.|$)/,
    doc: say("The web server of this name holds the MTA-STS policy, at `/.well-known/mta-sts.txt`."),
    reference: "RFC 8461 §3.3",
    snippet: "mta-sts IN A ${1:192.0.2.1}",
  },
];
