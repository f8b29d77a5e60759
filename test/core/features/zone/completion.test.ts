import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "../../../../server/src/core/engine/engine.ts";
import { completeAt } from "../../../../server/src/core/features/index.ts";
import { translator } from "../../../../server/src/core/locale.ts";
import { memoryHost } from "../../../support/memoryHost.ts";
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
  ["_smtp|", "_smtp._tls", '_smtp._tls IN TXT "v=TLSRPTv1; rua=mailto:${1:tls-reports@example.com}"'],
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
  ["x DNSKEY |", "257", "x DNSKEY 257"],
  ["x DNSKEY 257 |", "3", "x DNSKEY 257 3"],
  ["x DNSKEY 257 3 |", "13", "x DNSKEY 257 3 13"],
  ["x DNSKEY 257 3 1|", "15", "x DNSKEY 257 3 15"],
  ["x DS 1 13 |", "2", "x DS 1 13 2"],
  ["x SSHFP |", "4", "x SSHFP 4"],
  ["x NSEC3PARAM 1 0 0 |", "-", "x NSEC3PARAM 1 0 0 -"],
  ["x NSEC mail A |", "MX", "x NSEC mail A MX"],
  ["x DSYNC |", "CSYNC", "x DSYNC CSYNC"],
  ["x CERT |", "3", "x CERT 3"],
  ["_25._tcp.mail TLSA 3 |", "1", "_25._tcp.mail TLSA 3 1"],
  ["_25._tcp.mail TLSA 3 1 |", "1", "_25._tcp.mail TLSA 3 1 1"],
  ["_submissions._tcp SRV 0 1 |", "465", "_submissions._tcp SRV 0 1 465"],
  ["_imaps._tcp SRV |", "0", "_imaps._tcp SRV 0"],
  ["@ CAA |", "128", "@ CAA 128"],
  ["@ CAA 0 issue |", '"letsencrypt.org"', '@ CAA 0 issue "letsencrypt.org"'],
  ['@ CAA 0 issuewild "|"', '";"', '@ CAA 0 issuewild ";"'],
  ["@ CAA 0 iodef |", '"mailto:…"', '@ CAA 0 iodef "mailto:${1:security@example.com}"'],
  ["@ HTTPS 1 |", "mail", "@ HTTPS 1 mail"],
  ["@ HTTPS 1 . |", "alpn", "@ HTTPS 1 . alpn="],
  ["@ HTTPS 1 . alpn=|", "h2,h3", "@ HTTPS 1 . alpn=h2,h3"],
  ['@ NAPTR 10 10 "|"', '"S"', '@ NAPTR 10 10 "S"'],
  ["x SOA ns1 |", "hostmaster", "x SOA ns1 hostmaster"],
  ["x SOA ns1 h 1 |", "7200", "x SOA ns1 h 1 7200"],
  ["x SOA |", "ns1", "x SOA ns1"],
  ["x DNAME |", "mail", "x DNAME mail"],
  ["www 3|", "3600", "www 3600"],
  ["ma|", "mail", "mail"],
  // Directives
  ["$INCLUDE a.zone |", "example.com.", "$INCLUDE a.zone example.com."],
  ["$GENERATE |", "1-10", "$GENERATE 1-10"],
  ["$GENERATE 1-10 |", "host$", "$GENERATE 1-10 host$"],
  ["$GENERATE 1-10 host$ |", "PTR", "$GENERATE 1-10 host$ PTR"],
  // SPF
  ['@ TXT "v=spf1 ip4:|"', "192.0.2.2", '@ TXT "v=spf1 ip4:192.0.2.2"'],
  ['@ TXT "v=spf1 ip6:|"', "2001:db8::2", '@ TXT "v=spf1 ip6:2001:db8::2"'],
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
  [
    '_dmarc TXT "v=DMARC1; p=none; rua=|"',
    "mailto:dmarc@example.com",
    '_dmarc TXT "v=DMARC1; p=none; rua=mailto:dmarc@example.com"',
  ],
  ['_dmarc TXT "v=DMARC1; p=none; aspf=|"', "s", '_dmarc TXT "v=DMARC1; p=none; aspf=s"'],
  ['s1._domainkey TXT "v=DKIM1; t=|"', "y", 's1._domainkey TXT "v=DKIM1; t=y"'],
  ['default._bimi TXT "v=BIMI1; |"', "l", 'default._bimi TXT "v=BIMI1; l="'],
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
  ["x NSEC mail A MX |", ["A", "MX"]],
  ["x DS 1 |", ["5", "7"]],
  ["@ HTTPS 1 . alpn=h2 |", ["alpn"]],
  ['_dmarc TXT "v=DMARC1; p=none; fo=1:|"', ["1"]],
  ["www 3600 IN |", ["IN", "300", "86400"]],
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

test("`$INCLUDE` offers the zone files beside and below, by their relative paths", () => {
  const files = [
    "file:///w/zones/a.zone",
    "file:///w/zones/sub/b%20c.zone",
    "file:///w/zones/sub/hosts.zone",
    "file:///w/other.zone",
  ];
  const source = createEngine(memoryHost()).open("file:///w/zones/a.zone", "zone", "$INCLUDE \n");
  const labels = completeAt(source, { line: 0, character: 9 }, translator(), { zoneFiles: files, now: 0 }).map(
    (it) => it.label,
  );
  assert.deepEqual(labels, ["sub/hosts.zone"]);
});

test("a file whose name only looks percent-encoded is read, and offered as it is called", () => {
  const files = ["/w/zones/50%.example.com.zone", "/w/zones/c%ff.zone"];
  const source = createEngine(memoryHost()).open("/w/zones/a%ff.zone", "zone", "$INCLUDE \n");
  const items = completeAt(source, { line: 0, character: 9 }, translator(), { zoneFiles: files, now: 0 });
  assert.deepEqual(
    items.map((it) => it.label),
    ["50%.example.com.zone", "c%ff.zone"],
  );
});

test("whole policies name the zone that they are written in", () => {
  const source = createEngine(memoryHost()).open("harbour.example.zone", "zone", "_dmarc TXT \n_d\n");
  const [policy] = completeAt(source, { line: 0, character: 11 }, translator());
  assert.match(policy?.insertText ?? "", /rua=mailto:\$\{2:dmarc@harbour\.example\}/);
  const owner = completeAt(source, { line: 1, character: 2 }, translator()).find((it) => it.label === "_dmarc");
  assert.match(owner?.insertText ?? "", /dmarc@harbour\.example/);
});

test("an empty file begins with a whole zone of its own name, and of today", () => {
  const now = Date.UTC(2026, 10, 24, 8, 30);
  const source = createEngine(memoryHost()).open("harbour.example.zone", "zone", "");
  const items = completeAt(source, { line: 0, character: 0 }, translator(), { zoneFiles: [], now });
  assert.equal(items[0]?.label, "zone");
  assert.match(items[0]?.insertText ?? "", /\$ORIGIN \$\{1:harbour\.example\}\.\n[\s\S]*\n {4}2026112401 ; serial\n/);
  const sts = items.find((it) => it.label === "_mta-sts")?.insertText;
  assert.equal(sts, '_mta-sts IN TXT "v=STSv1; id=${1:20261124083000}"');
});

test("what begins a line is found by what people call it, and written as the zone writes", () => {
  const offered = completionsOf("dk|");
  assert.match(offered.find((it) => it.label === "selector._domainkey")?.filterText ?? "", /dkim/);
  assert.ok(!offered.some((it) => it.label === "zone"), "there is an SOA already");
  assert.equal(accepted("|", "mx"), "@ IN MX 10 ${1:mx1}\n@ IN MX 20 ${2:mx2}\n$0");
  const source = createEngine(memoryHost()).open("example.com.zone", "zone", "@ SOA ns h 1 2 3 4 5\n");
  const mx = completeAt(source, { line: 1, character: 0 }, translator()).find((it) => it.label === "mx");
  assert.equal(mx?.insertText, "@ MX 10 ${1:mx1}\n@ MX 20 ${2:mx2}\n$0");
});
