import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { RECORD_TYPES } from "../../../../server/src/core/facts/recordTypes.ts";
import { WANTS } from "../../../../server/src/core/syntax/zone/rdata/wants.ts";
import { checkRdata } from "../../../../server/src/core/syntax/zone/rdataFields.ts";
import { faultsOf, tokensOf } from "../../../support/tokens.ts";

const LABEL_63 = "a".repeat(63);
const LABEL_64 = "a".repeat(64);
const NAME_255 = `${`${LABEL_63}.`.repeat(3)}${"a".repeat(61)}.`;
const NAME_256 = `${`${LABEL_63}.`.repeat(3)}${"a".repeat(62)}.`;
const HEX_64 = "0123456789abcdef".repeat(4);

const GOOD: readonly string[] = [
  "A 192.0.2.1",
  "A 0.0.0.0",
  "A \\# 4 c0000201",
  "A \\# 4 c000 0201",
  "TYPE1 192.0.2.1",
  "AAAA 2001:db8::1",
  "AAAA ::",
  "AAAA ::1",
  "AAAA 1::",
  "AAAA 2001:DB8:0:0:0:0:0:1",
  "AAAA 2001:db8::192.0.2.1",
  "AAAA 1:2:3:4:5:6:7::",
  "AAAA ::2:3:4:5:6:7:8",
  "NS ns1.example.com.",
  "CNAME @",
  "CNAME .",
  "CNAME a\\.b\\032c.example.com.",
  `CNAME ${LABEL_63}.example.com.`,
  `CNAME ${NAME_255}`,
  "CNAME a,b.&.\\#c",
  "MX 10 mail",
  "MX 0 .",
  "MX 00010 mail",
  'TXT "a" "b" c',
  'TXT ""',
  `TXT "${"x".repeat(300)}"`,
  'TXT "\\000\\255\\;\\""',
  "SOA ns1 hostmaster 2026040101 1d 2h 4w 1h",
  "SOA ns1 host\\.master.example.com. ( 4294967295 86400 7200 3600000 3600 )",
  "SRV 0 0 587 mail.example.com.",
  'NAPTR 100 50 "s" "SIP+D2U" "" _sip._udp.example.com.',
  'NAPTR 100 10 "u" "E2U+sip" "!^.*$!sip:info@example.com!" .',
  'CAA 0 issue "ca.example.net; policy=ev"',
  "CAA 128 issue ca.example.net",
  'CAA 0 issue ";"',
  `TLSA 3 1 1 ${HEX_64}`,
  "TLSA 3 1 1 0123 4567",
  `DS 12345 13 2 ${HEX_64}`,
  `DS 12345 ECDSAP256SHA256 SHA-256 ${HEX_64.toUpperCase()}`,
  "DS 12345 250 250 0a",
  "CDS 0 0 0 00",
  "CDS 0 0 0 0",
  "CDNSKEY 0 3 0 AA==",
  "CDNSKEY 0 3 0 0",
  "DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0d xCjjnopKl+GqJxpVXckHAeF+KkxLbxIL fDLUT0rAK9iUzy1L53eKGQ==",
  "DNSKEY 256 3 RSASHA256 AA ==",
  "DNSKEY ZONE|KSK 3 ED25519 l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=",
  "RRSIG A 13 3 3600 20260401000000 20260301000000 12345 example.com. AAAA",
  "RRSIG TYPE65534 8 2 3600 4294967295 0 1 . AAAA",
  "RRSIG A 13 3 3600 20240229235960 20240228000000 12345 example.com. AAAA",
  "NSEC host.example.com. A MX RRSIG NSEC TYPE1234",
  "NSEC \\000.a A NXNAME",
  "NSEC3 1 1 12 aabbccdd 2t7b4g4vsa5smi47k61mv5bv1a22bojr MX DNSKEY",
  "NSEC3 1 0 0 - 2t7b4g4vsa5smi47k61mv5bv1a22bojr",
  "NSEC3PARAM 1 0 0 -",
  `SSHFP 4 2 ${HEX_64}`,
  "SSHFP 4 9 00",
  `ZONEMD 2026040101 1 1 ${"0".repeat(96)}`,
  `SMIMEA 3 0 1 ${HEX_64}`,
  "LOC 52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m",
  "LOC 42 N 71 W 24m",
  "LOC 42 21 54 N 71 06 18 W -24m 30m",
  "LOC 90 0 0 n 180 0 0 e 42849672.95",
  "HINFO PC-Intel-700mhz Linux",
  'HINFO RFC8482 ""',
  "RP admin.example.com. .",
  'URI 10 1 "https://example.com/"',
  "OPENPGPKEY mQENBA== ",
  "CERT PGP 0 0 AAAA",
  "CERT 65535 1 RSASHA256 AAAA",
  "CSYNC 66 3 A NS AAAA",
  "CSYNC 66 3",
  "EUI48 00-00-5e-00-53-2A",
  "EUI64 00-00-5e-ef-10-00-00-2a",
  "NID 10 0014:4fff:ff20:ee64",
  "L32 10 198.51.100.0",
  "LP 10 l64.example.com.",
  "APL 1:192.0.2.0/24 !1:192.0.2.64/28 2:2001:db8::/32",
  "APL",
  "DHCID AAIBY2/AuCccgoJbsaxcQc9TUapptP69lOjxfNuVAA2kjEA=",
  "AFSDB 1 afs.example.com.",
  "KX 10 kx.example.com.",
  "IPSECKEY 10 1 2 192.0.2.38 AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==",
  "IPSECKEY 10 0 2 . AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==",
  "IPSECKEY 10 3 0 mygateway.example.com.",
  "AMTRELAY 10 0 2 2001:db8::15",
  "AMTRELAY 128 1 3 amt.example.com.",
  "HIP 2 200100107B1A74DF365639CC39F1D578 AwEAAQ== rvs1.example.com. rvs2.example.com.",
  "DSYNC CDS NOTIFY 5359 rr-endpoint.example.net.",
  "NSAP 0x47.0005.80.005a00.0000.0001.e133.ffffff000161.00",
  "DOA 0 1 2 text/html -",
  "IPN 18446744073709551615",
  "KEY 512 3 8 AAAA",
  'SPF "v=spf1 -all"',
  "ALIAS whatever (this is)",
  "LUA A \"ifportup(443, {'192.0.2.1'})\"",
  "DYNA weighted!web",
  "TYPE1234 \\# 0",
  "TYPE1234 \\# 3 0a0b0c",
  "TYPE65401 \\# 1 00",
  "NULL \\# 2 abcd",
  "MX \\# 3 000a 00",
  "TXT \\# 3 02 6162",
  "NSEC \\# 5 00 00 02 40 01",
  "CAA \\# 8 00 05 6973737565 3b",
  "SVCB 0 foo.example.com.",
  "HTTPS 0 . no-default-alpn",
  "SVCB 0 . mandatory=port",
  "HTTPS 1 . alpn=h2,h3 port=8443 ipv4hint=192.0.2.1,192.0.2.2 ipv6hint=2001:db8::1",
  'HTTPS 1 . alpn="h2,h3" no-default-alpn ech="AEj+DQBE"',
  'SVCB 16 foo.example.org. alpn="f\\\\\\\\oo\\\\,bar,h2"',
  "SVCB 1 . mandatory=alpn,ipv4hint alpn=h2 ipv4hint=192.0.2.1",
  "SVCB 1 . mandatory=key667 key667=x",
  'SVCB 1 . key667 key668= key669=""',
  "SVCB 1 . key3=\\001\\187",
  "SVCB 1 . dohpath=/dns-query{?dns} ohttp tls-supported-groups=29,23",
];

/** Faulty data with the tokens «marked», and for each fault its code, field and what was wanted. */
const BAD: readonly (readonly [marked: string, ...faults: string[]])[] = [
  ["«A»", "missing address: an IPv4 address such as `192.0.2.1`"],
  ["A «327.0.0.1»", "invalid address: an IPv4 address such as `192.0.2.1`"],
  ["A «192.0.2.01»", "invalid address: an IPv4 address such as `192.0.2.1`"],
  ["A «192.0.2»", "invalid address: an IPv4 address such as `192.0.2.1`"],
  ["A «192.0.2.1.»", "invalid address: an IPv4 address such as `192.0.2.1`"],
  ["A «2001:db8::1»", "invalid address: an IPv4 address such as `192.0.2.1`"],
  ['A «"192.0.2.1"»', "invalid address: an IPv4 address such as `192.0.2.1`"],
  ["A 192.0.2.1 «192.0.2.2»", "extra : nothing more"],
  ["A «300.0.2.1» «x y»", "invalid address: an IPv4 address such as `192.0.2.1`", "extra : nothing more"],
  ["AAAA «192.0.2.1»", "invalid address: an IPv6 address such as `2001:db8::1`"],
  ["AAAA «1:2:3:4:5:6:7»", "invalid address: an IPv6 address such as `2001:db8::1`"],
  ["AAAA «1::2::3»", "invalid address: an IPv6 address such as `2001:db8::1`"],
  ["AAAA «:1::2»", "invalid address: an IPv6 address such as `2001:db8::1`"],
  ["AAAA «1:2:3:4:5:6:7:8::»", "invalid address: an IPv6 address such as `2001:db8::1`"],
  ["AAAA «12345::»", "invalid address: an IPv6 address such as `2001:db8::1`"],
  ["AAAA «2001:db8::1/64»", "invalid address: an IPv6 address such as `2001:db8::1`"],
  ["AAAA «::192.0.2»", "invalid address: an IPv6 address such as `2001:db8::1`"],
  ["MX «mail.example.com.»", "missing preference: a number from 0 to 65535"],
  ["MX «10»", "missing exchange: a host name"],
  ["«MX»", "missing preference: a number from 0 to 65535"],
  ["MX «a0» mail", "invalid preference: a number from 0 to 65535"],
  ["MX «65536» mail", "invalid preference: a number from 0 to 65535"],
  ["MX «-1» mail", "invalid preference: a number from 0 to 65535"],
  ["MX 10 «a..b»", "name(empty) exchange: a name without an empty label"],
  ["MX 10 «.a»", "name(empty) exchange: a name without an empty label"],
  ["CNAME «..»", "name(empty) target: a name without an empty label"],
  [`CNAME «${LABEL_64}»`, "name(label) target: labels of at most 63 octets"],
  [`CNAME «${NAME_256}»`, "name(name) target: a name of at most 255 octets"],
  ["CNAME «a\\256»", "name(escape) target: `\\DDD` with a number up to 255"],
  ["CNAME «a\\1x»", "name(escape) target: `\\DDD` with a number up to 255"],
  ["CNAME «a\\»", "name(escape) target: `\\DDD` with a number up to 255"],
  ['CNAME «"www"»', "invalid target: a name without quotes"],
  ["CNAME www («web) server»", "extra : nothing more"],
  ["«TXT»", "missing text: a text, in quotes if it has blanks"],
  ['TXT "a" «"\\999"»', "invalid text: `\\DDD` with a number up to 255"],
  [`HINFO «${"x".repeat(256)}» Linux`, "invalid cpu: at most 255 octets a string"],
  ["HINFO «PC»", "missing os: a text, in quotes if it has blanks"],
  ["SOA ns1 hostmaster «20260401010» 1d 2h 4w 1h", "invalid serial: a number from 0 to 4294967295"],
  ["SOA ns1 hostmaster 1 1d «2x» 4w 1h", "invalid retry: seconds, or units such as `1h30m`"],
  ["SOA ns1 hostmaster 1 1d 2h «4w»", "missing minimum: seconds, or units such as `1h30m`"],
  ["SOA ns1 1 «1d» 2h 4w 1h", "missing serial: a number from 0 to 4294967295"],
  ["SRV 0 0 «mail.example.com.»", "missing port: a number from 0 to 65535"],
  ["SRV 0 0 «70000» mail", "invalid port: a number from 0 to 65535"],
  ['CAA «256» issue ";"', "invalid flags: a number from 0 to 255"],
  ['CAA 0 «is-sue» ";"', "invalid tag: letters and digits, such as `issue`"],
  ["CAA 0 «issue»", "missing value: a text, in quotes if it has blanks"],
  ['CAA 0 issue "ca.example.net" «extra»', "extra : nothing more"],
  ["TLSA 3 1 1 «012»", "invalid certificate association data: an even number of hexadecimal digits"],
  ["TLSA 3 1 1 0123 «xy» 45", "invalid certificate association data: hexadecimal digits"],
  ["TLSA 3 1 «1»", "missing certificate association data: hexadecimal digits"],
  [`DS 12345 13 2 «${HEX_64} 00»`, "invalid digest: 64 hexadecimal digits"],
  [`DS 12345 13 1 «${HEX_64}»`, "invalid digest: 40 hexadecimal digits"],
  [`DS 12345 13 4 «${HEX_64}»`, "invalid digest: 96 hexadecimal digits"],
  [`DS 12345 «RSA» 2 ${HEX_64}`, "invalid algorithm: a DNSSEC algorithm such as 13"],
  ["DNSKEY 257 3 13 «AAA»", "invalid public key: base64 with its `=` at the end"],
  ["DNSKEY 257 3 13 AA «A*» AA", "invalid public key: base64 with its `=` at the end"],
  ["DNSKEY 257 3 13 AA== «AAAA»", "invalid public key: base64 with its `=` at the end"],
  ["DNSKEY «KSK|X» 3 13 AAAA", "invalid flags: flags such as 256 or 257"],
  ["RRSIG «AX» 13 3 3600 20260401000000 20260301000000 1 a. AAAA", "invalid type covered: a record type"],
  [
    "RRSIG A 13 3 3600 «20260431000000» «20261301000000» 1 a. AAAA",
    "invalid expiration: a time such as `20260401000000`",
    "invalid inception: a time such as `20260401000000`",
  ],
  ["NSEC a. A «MXX» TXT", "invalid types: a record type"],
  ["NSEC3 1 1 12 «aab» 2t7b4g4vsa5smi47k61mv5bv1a22bojr A", "invalid salt: hexadecimal digits, or `-` for none"],
  ["NSEC3 1 1 12 - «wxyz» A", "invalid next hashed name: base32hex: digits and letters up to `v`"],
  ["SSHFP 4 1 «00»", "invalid fingerprint: 40 hexadecimal digits"],
  ["ZONEMD 1 1 1 «00»", "invalid digest: 96 hexadecimal digits"],
  ["ZONEMD 1 1 240 «00»", "invalid digest: at least 24 hexadecimal digits"],
  ["SMIMEA 3 0 2 «00»", "invalid certificate association data: 128 hexadecimal digits"],
  ["LOC «91» N 4 E 2m", "invalid location: degrees up to 90, then `N` or `S`"],
  ["LOC 52 «60» N 4 E 2m", "invalid location: minutes from 0 to 59"],
  ["LOC 52 22 «60» N 4 E 2m", "invalid location: seconds from 0 to 59.999"],
  ["LOC 52 22 23 «X» 4 E 2m", "invalid location: degrees up to 90, then `N` or `S`"],
  ["LOC 52 N 4 «E»", "missing location: an altitude in metres, such as `10m`"],
  ["LOC 52 N 4 E «2km»", "invalid location: an altitude in metres, such as `10m`"],
  ["LOC 52 N 4 E 2m 1m «1x»", "invalid location: a size in metres, such as `10m`"],
  ["LOC 52 N 4 E 2m 1m 1m 1m «1m»", "extra : nothing more"],
  ["EUI48 «00:00:5e:00:53:2a»", "invalid address: pairs such as `00-00-5e-00-53-2a`"],
  ["EUI64 «00-00-5e-00-53-2a»", "invalid address: pairs such as `00-00-5e-ef-10-00-00-2a`"],
  ["NID 10 «0014:4fff:ff20»", "invalid node identifier: groups such as `0014:4fff:ff20:ee64`"],
  ["APL 1:192.0.2.0/24 «1:192.0.2.0/33»", "invalid prefixes: ranges such as `1:192.0.2.0/24`"],
  ["APL «3:192.0.2.0/24»", "invalid prefixes: ranges such as `1:192.0.2.0/24`"],
  ["IPSECKEY 10 1 2 «gw.example.com.» AAAA", "invalid gateway: the address or name that the type says"],
  ["AMTRELAY 10 0 2 «192.0.2.1»", "invalid relay: the address or name that the type says"],
  ["IPN «18446744073709551616»", "invalid node number: a number below 18446744073709551616"],
  ["NSAP «0x123»", "invalid address: `0x` and hexadecimal digits"],
  ["TYPE1234 «abc»", "invalid data: data such as `\\# 4 c0000201`"],
  ["«TYPE1234»", "missing data: data such as `\\# 4 c0000201`"],
  ["«ALIAS»", "missing data: data"],
  ["NULL «abc def»", "invalid data: data such as `\\# 4 c0000201`"],
  ["A «\\#»", "missing length: a number from 0 to 65535"],
  ["A \\# «x» 00", "invalid length: a number from 0 to 65535"],
  ["A \\# «4» c00002", "invalid length: as many octets as the length says"],
  ["A \\# 3 «c00002»", "invalid data: the octets of this record type"],
  ["MX \\# 3 «000a 01»", "invalid data: the octets of this record type"],
  ["SVCB «65536» .", "invalid priority: a number from 0 to 65535"],
  ["SVCB «1»", "missing target: a domain name"],
  ["SVCB 1 . «Alpn=h2»", "invalid parameters: a parameter such as `alpn` or `key667`"],
  ["SVCB 1 . key1=x «alpn=h2»", "invalid parameters: each parameter once"],
  ["SVCB 1 . key123=abc «key123=def»", "invalid parameters: each parameter once"],
  ["SVCB 1 . «mandatory»", "invalid parameters: keys that this record has, each once"],
  ["SVCB 1 . «mandatory=mandatory»", "invalid parameters: keys that this record has, each once"],
  ["SVCB 1 . «mandatory=key123»", "invalid parameters: keys that this record has, each once"],
  ["SVCB 1 . «mandatory=key123,key123» key123=a", "invalid parameters: keys that this record has, each once"],
  ["SVCB 1 . «alpn»", "invalid parameters: protocols such as `h2,h3`"],
  ['SVCB 1 . «alpn="h2,,h3"»', "invalid parameters: protocols such as `h2,h3`"],
  ["SVCB 1 . «no-default-alpn»", "invalid parameters: `alpn` beside `no-default-alpn`"],
  ["SVCB 1 . alpn=h2 «no-default-alpn=abc»", "invalid parameters: no value"],
  ["SVCB 1 . «port=70000»", "invalid parameters: a number from 0 to 65535"],
  ["SVCB 1 . «ipv4hint=192.0.2.1,»", "invalid parameters: IPv4 addresses with commas between"],
  ["SVCB 1 . «ipv6hint=192.0.2.1»", "invalid parameters: IPv6 addresses with commas between"],
  ["SVCB 1 . «ech=A»", "invalid parameters: base64 with its `=` at the end"],
  ["SVCB 1 . «dohpath=dns-query»", "invalid parameters: a path such as `/dns-query{?dns}`"],
  ['SVCB 1 . alpn="h2"«port=53»', "invalid parameters: a blank between parameters"],
  ["SVCB 1 . «key65534=\\256»", "invalid parameters: `\\DDD` with a number up to 255"],
];

for (const record of GOOD) {
  test(`takes ${record}`, () => assert.deepEqual(faultsOf(record), { marked: record, faults: [] }));
}

const SHORT = {
  "zone/invalid-rdata": "invalid",
  "zone/missing-rdata": "missing",
  "zone/extra-rdata": "extra",
} as const;

for (const [marked, ...expected] of BAD) {
  test(`refuses ${marked}`, () => {
    const found = faultsOf(marked.replaceAll(/[«»]/g, ""));
    assert.equal(found.marked, marked);
    const said = found.faults.map(({ code, reason, field, wants }) => {
      const word = code === "zone/invalid-name" ? `name(${reason})` : SHORT[code];
      return `${word} ${field}: ${wants}`;
    });
    assert.deepEqual(said, expected);
  });
}

test("what a field wants fits its placeholder", () => {
  for (const wants of Object.values(WANTS)) assert.ok(wants.length <= 40, wants);
});

const CODES = [0, 1234, 65401, ...RECORD_TYPES.map((it) => it.code)];
const PIECE = fc.oneof(
  fc.string({ unit: "binary-ascii", maxLength: 12 }),
  fc.constantFrom(
    "10",
    "255",
    "a.b.",
    ".",
    '"x y"',
    "00ff",
    "AAAA",
    "\\#",
    "4",
    "c0000201",
    "alpn=h2",
    "\\1",
    "A",
    "-",
  ),
);

test("any bytes: never throws, ranges stay in the entry", () => {
  fc.assert(
    fc.property(fc.constantFrom(...CODES), fc.array(PIECE, { maxLength: 12 }), (type, pieces) => {
      const text = `X ${pieces.join(" ")}`;
      const tokens = tokensOf(text);
      const bytes = new Uint8Array(Buffer.from(text, "latin1"));
      for (const { first, last, code, wants } of checkRdata(type, bytes, tokens, 1) ?? []) {
        assert.ok(first >= 0 && first <= last && last < tokens.count, `${code} ${first} ${last}`);
        assert.ok(wants.length > 0 && wants.length <= 40, wants);
      }
    }),
    { numRuns: 5000 },
  );
});

test("octets in the form of RFC 3597 are never read beyond their end", () => {
  fc.assert(
    fc.property(fc.constantFrom(...CODES), fc.uint8Array({ maxLength: 40 }), (type, data) => {
      const text = `X \\# ${data.length} ${Buffer.from(data).toString("hex")}`;
      const tokens = tokensOf(text);
      const faults = checkRdata(type, new Uint8Array(Buffer.from(text)), tokens, 1) ?? [];
      for (const { first, last } of faults) assert.ok(first <= last && last < tokens.count);
    }),
    { numRuns: 5000 },
  );
});
