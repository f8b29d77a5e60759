import assert from "node:assert/strict";
import { test } from "node:test";
import { RSA_2048 } from "../../../support/keys.ts";
import { hoverOf } from "./cursor.ts";

/** The text with the cursor, what is underlined, and what the hover says. */
const PLACES: readonly (readonly [marked: string, on: string, says: RegExp])[] = [
  // Records
  ["www |A 192.0.2.3", "A", /^\*\*`A address`\*\* — The IPv4 address of a host/],
  ["www A| 192.0.2.3", "A", /rfc1035#section-3\.4\.1/],
  ["www A 192.|0.2.3", "192.0.2.3", /address of the A record/],
  ["www aaa|a 2001:db8::1", "aaaa", /IPv6 address of a host/],
  ["@ M|X 10 mail", "MX", /preference.*\n.*exchange/],
  ["@ MX 1|0 mail", "10", /preference of the MX record.*\n\n.*smallest number first/],
  ["@ MX 10 ma|il", "mail", /`mail\.example\.com\.`.*192\.0\.2\.2, 2001:db8::2/],
  ["www CNAME mail\n@ MX 10 w|ww", "www", /alias of `mail\.example\.com\.`/],
  ["@ MX 0 |.", ".", /there is no such host/],
  ["_25._tcp.mail TLSA |3 1 1 00", "3", /TLSA record/],
  ["x HIN|FO a b", "HINFO", /cpu/i],
  ["x TYPE2|57 \\# 0", "TYPE257", /CAA/],
  // TTL, class
  ["www 360|0 A 192.0.2.3", "3600", /^\*\*`3600`\*\* — 1 hour\n\nThe TTL/],
  ["www 1h|30m A 192.0.2.3", "1h30m", /1 hour 30 minutes/],
  ["www |60 IN A 192.0.2.3", "60", /1 minute/],
  ["www 604800| A 192.0.2.3", "604800", /1 week/],
  ["www 864000| A 192.0.2.3", "864000", /10 days/],
  ["www I|N A 192.0.2.3", "IN", /class of the Internet/],
  ["www C|H A 192.0.2.3", "CH", /mail never uses/],
  // SOA
  ["a SOA ns|1 hostmaster 2026010101 7200 900 1209600 3600", "ns1", /mname of the SOA record/],
  ["a SOA ns1 host|master 2026010101 7200 900 1209600 3600", "hostmaster", /hostmaster@example\.com/],
  ["a SOA ns1 john\\.|doe.example.com. 1 2 3 4 5", "john\\.doe.example.com.", /john\.doe@example\.com/],
  ["a SOA ns1 hostmaster 20260|10101 7200 900 1209600 3600", "2026010101", /change 1 of 2026-01-01/],
  ["a SOA ns1 hostmaster ( 1\n 72|00 900 1209600 3600 )", "7200", /refresh of the SOA record[\s\S]*Here: 2 hours/],
  [
    "a SOA ns1 hostmaster ( 1\n 7200 900 ; retry\n 120|9600 3600 )",
    "1209600",
    /expire of the SOA record[\s\S]*2 weeks/,
  ],
  // Owners
  ["_dm|arc TXT x", "_dmarc", /DMARC policy/],
  ["s1._domain|key TXT x", "s1._domainkey", /DKIM key of one selector/],
  ["*|.example.com. A 192.0.2.1", "*.example.com.", /every name below that has no records/],
  ["|@ MX 10 mail", "@", /the zone itself[\s\S]*SOA, NS, MX/],
  ["|mail TXT x", "mail", /`mail`\*\* — mail\.example\.com/],
  // Directives, comments
  ["$TT|L 1d", "$TTL", /\$TTL 3600/],
  ["$TTL 1|d", "1d", /Here: 1 day/],
  ["$ORIG|IN a.example.com.", "$ORIGIN", /without a final dot/],
  ["$incl|ude a.zone", "$include", /Reads another file/],
  ["; mailconfig-disable-next-line spf/pa|ss-all\n@ TXT x", "spf/pass-all", /every host on the Internet/],
  // SPF
  ['@ TXT "v=sp|f1 mx -all"', "v=spf1", /version of the record/],
  ['@ TXT "v=spf1 mx ~a|ll"', "~all", /^\*\*`~all`\*\* — softfail for every host/],
  [
    '@ TXT "v=spf1 ip4:192.0.2.0/24 include:a.example mx |-all"',
    "-all",
    /Networks before it: 1, includes: 1; DNS lookups of the record: 2 of 10/,
  ],
  ['@ TXT "v=spf1 ip4:192.0|.2.0/24 -all"', "ip4:192.0.2.0/24", /256 addresses/],
  ['@ TXT "v=spf1 ip6:2001:db8::|/32 -all"', "ip6:2001:db8::/32", /2\^96 addresses/],
  ['@ TXT "v=spf1 include:_spf.goo|gle.com -all"', "include:_spf.google.com", /Google/],
  ['@ TXT "v=spf1 |?mx -all"', "?", /Neutral/],
  ['@ TXT "v=spf1 redirect=_s|pf.example.com"', "redirect=_spf.example.com", /modifier of SPF/],
  ['@ TXT "v=spf1 foo=|bar -all"', "foo=bar", /unknown modifier/],
  ['@ TXT "v=spf1 exists:%{|i}._spf.example.com -all"', "%{i}", /client's address/],
  ['@ TXT "v=spf1 inc" "lude:_spf.|google.com -all"', 'inc" "lude:_spf.google.com', /Google/],
  ['@ TXT "v=spf1 a:\\037{|d} -all"', "\\037{d}", /macro of SPF/],
  ["@ TXT v=spf1|", "v=spf1", /version/],
  ['@ TXT ( "v=spf1 "\n  "~|all" )', "~all", /softfail/],
  // DMARC, DKIM and the others
  ['_dmarc TXT "v=DMARC1; p=quar|antine"', "quarantine", /p=quarantine/],
  ['_dmarc TXT "v=DMARC1; |p=none"', "p=none", /reject/],
  ['_dmarc TXT "v=DMARC1; p=none; rua=mail|to:a@example.com"', "rua=mailto:a@example.com", /aggregate reports/],
  ['_dmarc TXT "v=DMARC1; p=none; fo=1:|d; ruf=mailto:a@example.com"', "d", /DKIM signature fails/],
  ['_dmarc TXT "v=DMARC1; p=none; pc|t=50"', "pct=50", /Removed/],
  ['_dmarc TXT "v=DMARC1; p=none; zz|z=1"', "zzz", /unknown tag/],
  ['s._domainkey TXT "v=DKIM1; k=r|sa; p=AAAA"', "rsa", /2048 bits/],
  ['s._domainkey TXT "v=DKIM1; |p=AAAA"', "p=AAAA", /public key in base64/],
  ['s._domainkey TXT "v=DKIM1; |p=AAAA"', "p=AAAA", /no key that verifiers can read/],
  [
    `s._domainkey TXT "v=DKIM1; |p=${RSA_2048.slice(0, 200)}" "${RSA_2048.slice(200)}"`,
    `p=${RSA_2048.slice(0, 200)}" "${RSA_2048.slice(200)}`,
    /an RSA key of 2048 bits/,
  ],
  [
    's._domainkey TXT "k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcv|PapiMlrwIaaPcHURo="',
    "p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
    /an Ed25519 key/,
  ],
  ['s._domainkey TXT "v=DKIM1; p|="', "p=", /revoked/],
  ['s._domainkey TXT "v=DKIM1; t=y|:s; p="', "y", /A test/],
  ['_mta-sts TXT "v=STSv1; i|d=1"', "id=1", /policy file changes/],
  ['_smtp._tls TXT "v=TLSRPTv1; r|ua=mailto:a@example.com"', "rua=mailto:a@example.com", /TLS connections/],
  ['default._bimi TXT "v=BIMI1; l|=https://example.com/a.svg"', "l=https://example.com/a.svg", /logo/i],
  // Half-typed
  ['@ TXT "v=spf1 incl|ude:_spf.google.com', "include:_spf.google.com", /Google/],
  ["@ MX 10 (mai|l", "mail", /exchange of the MX record/],
];

for (const [marked, on, says] of PLACES) {
  test(`hover: ${marked}`, () => {
    const hover = hoverOf(marked);
    assert.ok(hover, "no hover");
    assert.equal(hover.on, on);
    assert.match(hover.markdown, says);
    const lines = hover.markdown.split("\n");
    assert.ok(lines.length < 25, `${lines.length} lines`);
    assert.doesNotMatch(hover.markdown, /\{\w+\}(?![^`\n]*`)|undefined|<[a-z]/i);
  });
}

test("nothing is said where nothing is known", () => {
  for (const marked of ["; a com|ment", " |", "www FOO b|ar", "$FOO b|ar"]) {
    assert.equal(hoverOf(marked), undefined, marked);
  }
});

test("all hovers speak Chinese", () => {
  for (const [marked] of PLACES) assert.match(hoverOf(marked, "zh-cn")?.markdown ?? "", /\p{Script=Han}/u, marked);
});
