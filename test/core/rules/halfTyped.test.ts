import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "../../../server/src/core/engine/engine.ts";
import { RULES } from "../../../server/src/core/rules/index.ts";
import { memoryHost } from "../../support/memoryHost.ts";

const BEFORE = `$ORIGIN example.com.
$TTL 3600
@ SOA ns1 hostmaster 2026112401 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.1
@ MX 10 mx1
@ MX 20 mx2
mx1 A 192.0.2.25
mx2 A 198.51.100.25
`;

const AFTER = `
@ TXT "v=spf1 mx -all"
_dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@example.com"
s1._domainkey TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
www A 192.0.2.80
`;

const LINES = [
  'news IN TXT "v=spf1 ip4:192.0.2.0 include:_spf.google.com a:mx1.example.com ~all"',
  '_dmarc.news IN TXT "v=DMARC1; p=quarantine; sp=reject; adkim=s; rua=mailto:d@example.com"',
  's2._domainkey IN TXT "v=DKIM1; p=PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw="',
  '_mta-sts.www IN TXT "v=STSv1; id=20260101T000000Z;"',
  '_smtp._tls IN TXT "v=TLSRPTv1; rua=mailto:tls@example.com"',
  'default._bimi IN TXT "v=BIMI1; l=https://example.com/l.svg; a=https://example.com/c.pem"',
  '@ IN CAA 0 issue "letsencrypt.org"',
  'big IN TXT ( "a" "b" )',
  "mail 3600 IN A 192.0.2.9",
  "ftp.example.com. IN CNAME www",
];

/** What is there of a line while somebody types it has one finding at most that matters, and nothing else has one. */
const CASES = LINES.flatMap((line) => [
  { line, closed: (text: string) => text },
  // As an editor closes them by itself.
  { line, closed: (text: string) => ((text.split('"').length - 1) % 2 === 1 ? `${text}"` : text) },
]);

for (const { line, closed } of CASES) {
  test(`half-typed, one thing is said: ${closed('"') === '"' ? line : `${line}, quotes closed`}`, () => {
    const first = BEFORE.split("\n").length - 1;
    for (let end = 1; end < line.length; end++) {
      const typed = closed(line.slice(0, end));
      const source = createEngine(memoryHost(), RULES).open("test", "zone", `${BEFORE}${typed}${AFTER}`);
      const findings = source
        .lint({ severities: {}, extraTypes: [], limit: 1_000, language: "en" })
        .filter(({ severity, range }) => range.start.line !== first || severity === "error" || severity === "warning")
        .map(({ range, code }) => `${range.start.line - first} ${code}`);
      assert.ok(findings.length <= 1 && !findings.some((it) => !it.startsWith("0 ")), `${typed}: ${findings}`);
    }
  });
}
