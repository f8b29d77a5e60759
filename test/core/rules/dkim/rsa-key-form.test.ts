import rule from "../../../../server/src/core/rules/dkim/rsa-key-form.ts";
import { pkcs1, rsaKey } from "../../../support/keys.ts";
import { testRule } from "../../../support/testRule.ts";

const key = rsaKey(1024);
const short = rsaKey(512);
const strings = (text: string) => text.replace(/(.{200})(?=.)/g, '$1" "');

testRule(rule, {
  origin: "example.com.",
  clean: [`s1._domainkey TXT "v=DKIM1; p=${key.spki}"`, `s1._domainkey TXT "v=DKIM1; k=ed25519; p=${pkcs1(key)}"`],
  reported: [
    {
      text: `s1._domainkey TXT "v=DKIM1; p=«${pkcs1(key)}»"`,
      message: "This is an RSA key in PKCS#1 form, which many verifiers cannot read. Write it as SPKI.",
      fixed: `s1._domainkey TXT "v=DKIM1; p=${strings(key.spki)}"`,
    },
    {
      text: `s1._domainkey TXT ( "k=RSA; p=«${pkcs1(short).slice(0, 20)}"\n "${pkcs1(short).slice(20)}»;" )`,
      fixed: `s1._domainkey TXT ( "k=RSA; p=${short.spki};" )`,
    },
    {
      text: `s1._domainkey TXT p=«${pkcs1(short)}»\ns2._domainkey TXT "p=«${pkcs1(short)}»"`,
      fixed: `s1._domainkey TXT p=${short.spki}\ns2._domainkey TXT "p=${pkcs1(short)}"`,
    },
  ],
});
