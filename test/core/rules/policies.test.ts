import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "../../../server/src/core/engine/engine.ts";
import { RULES } from "../../../server/src/core/rules/index.ts";
import { applyEdits, LineIndex } from "../../../server/src/core/text/span.ts";
import { ed25519Key, rsaKey } from "../../support/keys.ts";
import { memoryHost } from "../../support/memoryHost.ts";

const POLICY_RULES = RULES.filter(({ code }) => /^(?:dkim|dmarc|mta-sts|tls-rpt|bimi)\//.test(code));
const OPTIONS = { severities: {}, extraTypes: [], limit: 1_000, language: "en" } as const;

/** The host throws where a rule breaks. */
function lint(text: string) {
  const source = createEngine(memoryHost(), POLICY_RULES).open("test", "zone", text, { origin: "example.com." });
  return source.lint(OPTIONS);
}

const rsa = rsaKey(2048)
  .spki.replace(/(.{120})/g, "$1 ")
  .replace(/(.{180})(?=.)/g, '$1"\n  "');

/** All that RULES.md's quiet list says of these policies, in one zone. */
const QUIET = `$TTL 3600
$ORIGIN example.com.
@ IN SOA ns1 hostmaster 2026112401 7200 3600 1209600 3600
@ NS ns1
@ MX 10 mail
@ TXT "v=spf1 mx -all"
s1._domainkey TXT ( "v=DKIM1 ;k = rsa; p="
  "${rsa}" )
s2._domainkey TXT "v=DKIM1\\; k=ed25519\\; p=${ed25519Key().raw.replace("=", " =")} ;"
s3._domainkey CNAME s3.example.net.
_domainkey TXT "o=~; r=hostmaster@example.com"
_adsp._domainkey TXT "dkim=all"
_dmarc TXT "v=DMARC1; p=reject ;sp=reject ;" "rua=mailto:dmarc@example.com ;"
_dmarc.news CNAME _dmarc.example.net.
*._report._dmarc TXT "v=DMARC1;"
nomail MX 0 .
nomail TXT "v=spf1 -all"
*._domainkey.nomail TXT "v=DKIM1; p="
_dmarc.nomail TXT "v=DMARC1; p=reject"
mta-sts CNAME mta-sts.example.net.
_mta-sts TXT "v=STSv1; id=20260101T000000Z;"
_smtp._tls TXT "v=TLSRPTv1;rua=mailto:tls@example.com;"
default._bimi TXT "v=BIMI1; l=; a=;"
brand._bimi TXT "v=BIMI1; l=https://example.com/a.svg; a=https://example.com/a.pem; avp=brand; lps=x"
`;

test("the rules about policies leave a good zone alone, in either kind of line ends", () => {
  assert.deepEqual(lint(QUIET), []);
  assert.deepEqual(lint(QUIET.replaceAll("\n", "\r\n")), []);
});

test("no rule about a policy breaks when a character is missing", () => {
  for (const { docs } of POLICY_RULES) {
    for (let at = 0; at < Math.min(docs.bad.length, 250); at += 3) lint(docs.bad.slice(0, at) + docs.bad.slice(at + 1));
  }
});

for (const { code, docs } of POLICY_RULES) {
  test(`every fix of ${code} ends its finding`, () => {
    const own = (text: string) => lint(text).filter((it) => it.code === code);
    const lines = new LineIndex(docs.bad);
    const findings = own(docs.bad);
    for (const { title, edits } of findings.flatMap((it) => it.fixes)) {
      const changes = edits.map(({ range: { start, end }, newText }) => ({
        span: { start: lines.offsetAt(start), end: lines.offsetAt(end) },
        newText,
      }));
      assert.ok(own(applyEdits(docs.bad, changes)).length < findings.length, title);
    }
  });
}
