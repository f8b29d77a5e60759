import { closeSync, openSync, writeSync } from "node:fs";

export const ORIGIN = "example.com.";

/**
 * Writes a zone of a mail provider: customers with MX, SPF, DMARC, DKIM keys and hosts, about 45 octets a record. The same
 * for the same count, on every machine; accepted by named-checkzone, kzonecheck and nsd-checkzone.
 *
 * @param records how many, to within a customer's dozen
 */
export function makeZone(path: string, records: number): void {
  const file = openSync(path, "w");
  const random = randomOf(42);
  let written = 0;
  let pending: string[] = [];
  const add = (...lines: string[]) => {
    pending.push(...lines);
    written += lines.length;
    if (pending.length < 5_000) return;
    writeSync(file, `${pending.join("\n")}\n`);
    pending = [];
  };
  pending.push("; A benchmark zone.", `$ORIGIN ${ORIGIN}`, "$TTL 3600");
  add("@ IN SOA ns1 hostmaster ( 2026112401 7200 3600 1209600 3600 )", ...HEAD);
  for (let customer = 0; written < records; customer++) add(...recordsOf(customer, random));
  if (pending.length > 0) writeSync(file, `${pending.join("\n")}\n`);
  closeSync(file);
}

const HEAD = [
  "@ IN NS ns1",
  "@ IN NS ns2",
  "ns1 IN A 192.0.2.1",
  "ns2 IN A 192.0.2.2",
  "@ IN MX 10 mx1",
  "@ IN MX 20 mx2",
  "mx1 IN A 192.0.2.11",
  "mx2 IN A 192.0.2.12",
  'spf IN TXT "v=spf1 ip4:185.0.2.0/26 ip6:2a00:db8:25::/48 -all"',
  '@ IN TXT "v=spf1 mx include:spf.example.com -all"',
  '_dmarc IN TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.com"',
  '*._report._dmarc IN TXT "v=DMARC1"',
];

type Random = (below: number) => number;

/** A customer's records: small ones most often, one in twenty with a key of its own. */
function recordsOf(customer: number, random: Random): string[] {
  const name = `customer${customer.toString(36)}`;
  const lines = [
    `${name} IN MX 10 mx1`,
    " IN MX 20 mx2",
    ` IN A ${address(random)}`,
    ` IN TXT "v=spf1 mx include:spf.example.com ${random(2) === 0 ? "-" : "~"}all"`,
    `www.${name} 300 IN A ${address(random)}`,
    ` 300 IN AAAA 2001:db8:${random(65_536).toString(16)}::${(random(65_535) + 1).toString(16)}`,
    `mail.${name} IN CNAME mx1`,
    `_dmarc.${name} IN TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.com"`,
  ];
  for (let host = random(4); host > 0; host--) lines.push(`host${host}.${name} IN A ${address(random)}`);
  if (customer % 5 === 0) lines.push(`_smtp._tls.${name} IN TXT "v=TLSRPTv1; rua=mailto:tls@example.com"`);
  if (customer % 10 === 0) lines.push(`_submissions._tcp.${name} IN SRV 0 1 465 mx1`);
  if (customer % 20 === 0) lines.push(`s1._domainkey.${name} IN TXT ( "v=DKIM1; k=rsa; " ${keyStrings(random)} )`);
  return lines;
}

function address(random: Random): string {
  return `198.51.${random(256)}.${random(254) + 1}`;
}

/** An RSA key of 2048 bits in its DER form, with any odd number for a modulus: nobody multiplies with it. */
function keyStrings(random: Random): string {
  const head = Buffer.from("30820122300d06092a864886f70d01010105000382010f003082010a0282010100", "hex");
  const modulus = Buffer.from(Array.from({ length: 256 }, () => random(256)));
  modulus.writeUInt8(modulus.readUInt8(0) | 0x80, 0);
  modulus.writeUInt8(modulus.readUInt8(255) | 1, 255);
  const key = Buffer.concat([head, modulus, Buffer.from("0203010001", "hex")]).toString("base64");
  return `"p=${key.slice(0, 200)}" "${key.slice(200)}"`;
}

/** A linear congruential generator: the zone is the same everywhere. */
export function randomOf(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** A config of so many lines: accounts of fourteen lines each. */
export function makeConfig(lines: number): string {
  const accounts: string[] = [];
  for (let count = 0; count * 14 < lines; count++) {
    accounts.push(`  account${count}:
    from: "Account ${count} <account${count}@example.com>"
    smtp:
      host: smtp${count % 7}.example.com
      port: ${count % 2 === 0 ? 465 : 587}
      security: ${count % 2 === 0 ? "tls" : "starttls"}
      auth:
        method: plain
        username: account${count}@example.com
        password: "\${env:PASSWORD_${count}}"
      tls: { minVersion: TLSv1.2 }
      ehloName: mail.example.com
      timeouts: { connection: 10s }
    imap: imaps://imap.example.com`);
  }
  return `version: 1\ndomain: example.com\naccounts:\n${accounts.join("\n")}\n`;
}
