import assert from "node:assert/strict";
import { test } from "node:test";
import { accepted, completionsOf } from "./cursor.ts";

/** The text with the cursor, a proposal, and how the text reads with it taken. */
const ACCEPTED: readonly (readonly [marked: string, label: string, result: string])[] = [
  // Types, at the right place, in half-typed lines too
  ["www |", "A", "www A"],
  ["www A|", "AAAA", "www AAAA"],
  ["www 3600 IN |", "CNAME", "www 3600 IN CNAME"],
  ["www M|X 10 mail", "TXT", "www TXT 10 mail"],
  ["  |", "MX", "  MX"],
  ["  IN t|", "TXT", "  IN TXT"],
  ["www 3600 |", "IN", "www 3600 IN"],
  // The margin
  ["|", "@", "@"],
  ["$|", "$TTL", "\\$TTL ${1:3600}"],
  ["$OR|", "$ORIGIN", "\\$ORIGIN ${1:example.com.}"],
  ["_d| TXT x", "_dmarc", "_dmarc TXT x"],
  ["_smtp|", "_smtp._tls", '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:${1:tls-reports@example.com}"'],
  ["$TTL |", "3600", "$TTL 3600"],
  ["$ORIGIN |", "example.com.", "$ORIGIN example.com."],
  // Data
  ["@ MX 10 |", "mail", "@ MX 10 mail"],
  ["@ MX 10 m|", "mail", "@ MX 10 mail"],
  ["@ MX |", "10", "@ MX 10"],
  ["@ NS |", "ns1", "@ NS ns1"],
  ["www CNAME |", "mail", "www CNAME mail"],
  ["_imaps._tcp SRV 0 1 993 |", "mail", "_imaps._tcp SRV 0 1 993 mail"],
  ["@ MX ( 10\n  | )", "mail", "@ MX ( 10\n  mail )"],
  ["@ CAA 0 |", "issue", "@ CAA 0 issue"],
  ["_25._tcp.mail TLSA |", "3", "_25._tcp.mail TLSA 3"],
  // SPF
  ['@ TXT "|"', "v=spf1", '@ TXT "v=spf1"'],
  ['@ TXT "v=s|', "v=spf1", '@ TXT "v=spf1'],
  ['@ TXT "v=spf1 |"', "include", '@ TXT "v=spf1 include:"'],
  ['@ TXT "v=spf1 inc| -all"', "include", '@ TXT "v=spf1 include: -all"'],
  ['@ TXT "v=spf1 in|:a.example -all"', "include", '@ TXT "v=spf1 include:a.example -all"'],
  ['@ TXT "v=spf1 mx ~|"', "~all", '@ TXT "v=spf1 mx ~all"'],
  ['@ TXT "v=spf1 mx |', "-all", '@ TXT "v=spf1 mx -all'],
  ['@ TXT "v=spf1 include:|"', "_spf.google.com", '@ TXT "v=spf1 include:_spf.google.com"'],
  [
    '@ TXT "v=spf1 include:_sp| -all"',
    "spf.protection.outlook.com",
    '@ TXT "v=spf1 include:spf.protection.outlook.com -all"',
  ],
  ['@ TXT "v=spf1 redirect=|"', "_spf.google.com", '@ TXT "v=spf1 redirect=_spf.google.com"'],
  ['@ TXT "v=spf1 a:|/24 -all"', "mail.example.com", '@ TXT "v=spf1 a:mail.example.com/24 -all"'],
  ['@ TXT "v=spf1 exists:%{|"', "%{i}", '@ TXT "v=spf1 exists:%{i}"'],
  ['@ TXT "v=spf1 mx " "|"', "-all", '@ TXT "v=spf1 mx " "-all"'],
  // DMARC, DKIM and the others
  [
    "_dmarc TXT |",
    '"v=DMARC1"',
    '_dmarc TXT "v=DMARC1; p=${1|none,quarantine,reject|}; rua=mailto:${2:dmarc@example.com}"',
  ],
  ['_dmarc TXT "|"', "v=DMARC1", '_dmarc TXT "v=DMARC1"'],
  ['_dmarc TXT "v=DMARC1; |"', "p", '_dmarc TXT "v=DMARC1; p="'],
  ['_dmarc TXT "v=DMARC1; p=|"', "reject", '_dmarc TXT "v=DMARC1; p=reject"'],
  [
    '_dmarc TXT "v=DMARC1; p=qua|; rua=mailto:a@example.com"',
    "quarantine",
    '_dmarc TXT "v=DMARC1; p=quarantine; rua=mailto:a@example.com"',
  ],
  ['_dmarc TXT "v=DMARC1; p=none; ad|"', "adkim", '_dmarc TXT "v=DMARC1; p=none; adkim="'],
  ['_dmarc TXT "v=DMARC1; p=none; fo=1:|"', "d", '_dmarc TXT "v=DMARC1; p=none; fo=1:d"'],
  ['s1._domainkey TXT "v=DKIM1; k=|"', "ed25519", 's1._domainkey TXT "v=DKIM1; k=ed25519"'],
  ['s1._domainkey TXT "v=DKIM1; |p="', "k", 's1._domainkey TXT "v=DKIM1; k="'],
  ['_mta-sts TXT "v=STSv1; |"', "id", '_mta-sts TXT "v=STSv1; id="'],
  // Comments
  ["; |", "mailconfig-disable-next-line", "; mailconfig-disable-next-line"],
  ["; mailconfig-disable spf/|", "spf/pass-all", "; mailconfig-disable spf/pass-all"],
];

for (const [marked, label, result] of ACCEPTED) {
  test(`completion: ${marked} + ${label}`, () => {
    assert.equal(
      accepted(marked, label),
      result,
      completionsOf(marked)
        .map((it) => it.label)
        .join(" "),
    );
  });
}

/** What must not be offered. */
const SILENT: readonly (readonly [marked: string, labels: readonly string[]])[] = [
  ["www A 192.0.2.|", ["A", "mail"]],
  ["@ MX 10 mail |", ["mail", "A"]],
  ['@ TXT "some text |"', ["include", "p"]],
  ['@ TXT "v=spf1 -all |"', ["-all", "~all"]],
  ['_dmarc TXT "v=DMARC1; p=none; |"', ["p", "pct", "v"]],
  ["; just a remark |", ["mailconfig-disable", "spf/pass-all"]],
  ["@ |", ["MD", "MAILA"]],
];

for (const [marked, labels] of SILENT) {
  test(`no completion: ${marked}`, () => {
    const offered = completionsOf(marked).map((it) => it.label);
    assert.deepEqual(
      offered.filter((it) => labels.includes(it)),
      [],
    );
  });
}
