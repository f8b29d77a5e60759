import { ed25519Key, rsaKey } from "./keys.ts";

const HEAD = `example.com. IN SOA ns1 admin 1 7200 3600 1209600 3600\nexample.com. 3600 IN NS ns1.example.com.\n`;

const rsa = rsaKey(2048);
const other = rsaKey(1024);
const ed25519 = ed25519Key();

function quoted(text: string): string {
  return (text.match(/.{1,250}/g) ?? []).map((it) => `"${it}"`).join(" ");
}

function zone(...lines: string[]): string {
  return `${HEAD + lines.join("\n")}\n`;
}

const RECORD = quoted(`v=DKIM1; k=rsa; p=${rsa.spki}`);

/** Key files and zones that the tests of `cross` rules name. */
export const CROSS_FILES: Readonly<Record<string, string>> = {
  "s1.pem": rsa.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  "ed.pem": ed25519.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  "rsa1024.pem": other.privateKey.export({ type: "pkcs1", format: "pem" }).toString(),
  "public.pem": rsa.publicKey.export({ type: "spki", format: "pem" }).toString(),
  "exposed.pem": rsa.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  "text.pem": "no key",
  "bad.zone": zone("@ IN MX 10 mail"),
  "bare.zone": zone("@ IN MX 10 mail"),
  "good.zone": zone(`s1._domainkey IN TXT ${RECORD}`),
  "fixed.zone": zone(`s1._domainkey IN TXT ${RECORD}`),
  "other.zone": zone(`s1._domainkey IN TXT "v=DKIM1; k=rsa; p=${other.spki}"`),
  "revoked.zone": zone('s1._domainkey IN TXT "v=DKIM1; p="'),
  "ed.zone": zone(`s1._domainkey IN TXT "v=DKIM1; k=ed25519; p=${ed25519.raw}"`),
  "alias.zone": zone("s1._domainkey IN CNAME s1.provider.example."),
  "google.zone": zone('@ IN TXT "v=spf1 include:_spf.google.com ~all"'),
  "listed.zone": zone(
    '@ IN TXT "v=spf1 include:sub.example.com -all"',
    'sub IN TXT "v=spf1 include:spf.mail.qq.com ip4:192.0.2.0/24 -all"',
  ),
  "unknown.zone": zone('@ IN TXT "v=spf1 include:spf.example.net -all"'),
  "address.zone": zone(
    '@ IN TXT "v=spf1 ip4:192.0.2.1 a mx -all"',
    "@ IN A 192.0.2.9",
    "@ IN MX 10 mail",
    "mail IN A 192.0.2.10",
  ),
  "dmarc.zone": zone('_dmarc IN TXT "v=DMARC1; p=reject"'),
  "monitored.zone": zone('_dmarc IN TXT "v=DMARC1; p=none; rua=mailto:d@example.com"'),
  "strict.zone": zone('_dmarc IN TXT "v=DMARC1; p=reject; adkim=s"'),
};
