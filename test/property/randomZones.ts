import { randomFrom } from "../support/randomFrom.ts";

type Random = (below: number) => number;

/** Data that named-checkzone 9.18 and kzonecheck 3.2 know; `$` becomes a number. Knot reads no `$GENERATE`. */
const DATA: readonly string[] = [
  "A 192.0.2.$",
  "A 198.51.100.$",
  "AAAA 2001:db8::$",
  "AAAA 2001:db8::192.0.2.$",
  "MX $ mail",
  "MX $ mx$.example.net.",
  'TXT "a$" "b; c" d',
  'TXT ( "one"\n    "two $" ) ; a remark',
  'TXT "v=spf1 ip4:192.0.2.$ -all"',
  "SRV 0 $ 587 mail.example.com.",
  'NAPTR 100 $ "s" "SIP+D2U" "" _sip._udp.example.com.',
  'CAA 0 issue "ca$.example.net"',
  `TLSA 3 1 1 ${"0123456789abcdef".repeat(4)}`,
  `SSHFP 4 2 ${"0123456789abcdef".repeat(4)}`,
  "LOC 52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m",
  "HINFO PC-$ Linux",
  "RP admin$.example.com. .",
  'URI 10 $ "https://example.com/"',
  "OPENPGPKEY mQENBA==",
  "CERT PGP $ 0 AAAA",
  "EUI48 00-00-5e-00-53-2a",
  "NID $ 0014:4fff:ff20:ee64",
  "L32 $ 198.51.100.0",
  "LP $ l64.example.com.",
  "APL 1:192.0.2.0/24 !1:192.0.2.64/28",
  "DHCID AAIBY2/AuCccgoJbsaxcQc9TUapptP69lOjxfNuVAA2kjEA=",
  "AFSDB $ afs.example.com.",
  "KX $ kx.example.com.",
  "SVCB 1 svc.example.net. alpn=h2 port=$",
  "HTTPS 1 . alpn=h2,h3",
  "PTR host$.example.com.",
  "TYPE65400 \\# 3 0a0b0c",
];
const TTLS = ["", "", "", "300 ", "1h ", "1d2h ", "IN ", "60 IN ", "IN 1w "];
const LINES = ["", "; a comment", "   ", "$TTL 2h", "$ORIGIN example.com."];
/** What people and editors leave behind. */
const PIECES = [
  ...'()";\\. @$\t\n-0a',
  "..",
  "\n\n",
  " IN",
  " CH",
  "\\000",
  "\\300",
  "é",
  "x".repeat(64),
  "4294967296",
  "-1",
];

/** A zone that nothing is wrong with. */
export function generatedZone(seed: number): string {
  const random = randomFrom(seed);
  const lines = [
    ...(random(4) === 0 ? [] : ["$TTL 3600"]),
    "@ 3600 IN SOA ns1.example.net. hostmaster ( 2026112401 7200 3600 1209600 3600 )",
    "@ NS ns1.example.net.",
    "\tNS ns2.example.net.",
    "mail A 192.0.2.25",
  ];
  for (let count = 1 + random(12); count > 0; count--) lines.push(...recordLines(random, lines.length));
  return `${lines.join(random(20) === 0 ? "\n\n" : "\n")}\n`;
}

function recordLines(random: Random, number: number): string[] {
  if (random(6) === 0) return [pick(random, LINES)];
  const data = () => pick(random, DATA).replaceAll("$", () => String(1 + random(250)));
  const owner = pick(random, [`h${number}`, `H${number}`, `h${number}.example.com.`, `a.h${number}`, `*.h${number}`]);
  if (random(8) === 0) return [`${owner} CNAME mail`];
  const first = `${owner} ${pick(random, TTLS)}${data()}`;
  return random(4) === 0 ? [`${owner} TXT first`, `\t${data()}`] : [first];
}

/** Such a zone after one or two slips. */
export function mutatedZone(seed: number): string {
  const random = randomFrom(seed ^ 0x5bd1e995);
  let text = generatedZone(seed);
  for (let count = 1 + random(2); count > 0; count--) text = mutate(text, random);
  return text;
}

function mutate(text: string, random: Random): string {
  const at = random(text.length);
  const words = text.split(/(?<=\s)(?=\S)/);
  const word = random(words.length);
  const lines = text.split("\n");
  const line = random(lines.length);
  switch (random(7)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1 + random(3));
    case 1:
      return text.slice(0, at) + pick(random, PIECES) + text.slice(at);
    case 2:
      return words.filter((_, index) => index !== word).join("");
    case 3:
      return words.toSpliced(word, 0, words[word] ?? "").join("");
    case 4:
      return words.with(word, words[random(words.length)] ?? "").join("");
    case 5:
      return lines.toSpliced(random(lines.length), 0, lines[line] ?? "").join("\n");
    default:
      return lines.with(line, pick(random, OTHERS)).join("\n");
  }
}

const OTHERS = [
  "mail CNAME www",
  "@ CNAME www",
  "www.example.net. A 192.0.2.1",
  "mail A 192.0.2.256",
  "mail AAAA 192.0.2.1",
  "mail MX mail",
  "@ SOA ns1 hostmaster 1 2 3 4 5",
  "mail 1x A 192.0.2.1",
  "$TTL",
  "$ORIGIN a..b",
  "$INCLUDE gone.zone",
  "mail FOO 1",
  "mail TXT",
  "mail TLSA 3 1 1 abc",
];

function pick<T>(random: Random, list: readonly [T, ...T[]] | readonly T[]): T {
  const found = list[random(list.length)];
  if (found === undefined) throw new Error("nothing to pick from");
  return found;
}
