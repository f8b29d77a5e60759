import rule from "../../../../server/src/core/rules/dkim/private-key.ts";
import { pkcs1, rsaKey } from "../../../support/keys.ts";
import { testRule } from "../../../support/testRule.ts";

const key = rsaKey(512);
const secret =
  key.privateKey
    .export({ type: "pkcs8", format: "der" })
    .toString("base64")
    .match(/.{1,200}/g) ?? [];

testRule(rule, {
  origin: "example.com.",
  clean: [`s1._domainkey TXT "v=DKIM1; p=${key.spki}"`, 's1._domainkey TXT "v=DKIM1; p="'],
  reported: [
    {
      text: `s1._domainkey TXT "v=DKIM1; p=" "«${secret.join('" "')}»"`,
      message:
        "A private key is published here, so anyone can sign as this domain. Replace the pair, publish the public one.",
    },
    { text: 's1._domainkey TXT "v=DKIM1; p=«-----BEGIN RSA PRIVATE KEY-----AAAA-----END RSA PRIVATE KEY-----»"' },
    {
      text: `s1._domainkey TXT "v=DKIM1; p=«-----BEGIN PUBLIC KEY-----${key.spki}-----END PUBLIC KEY-----»; t=s"`,
      message: "Verifiers read base64 only and stop at the dashes of the PEM armour. Write the key without it.",
      fixed: `s1._domainkey TXT "v=DKIM1; p=${key.spki}; t=s"`,
    },
    {
      text: `s1._domainkey TXT ( "p=«-----BEGIN RSA PUBLIC KEY-----"\n "${pkcs1(key)}"\n "-----END RSA PUBLIC KEY-----»" )`,
      fixed: `s1._domainkey TXT ( "p=${key.spki}" )`,
    },
    {
      text: 's1._domainkey TXT "p=«-----BEGIN PUBLIC KEY-----AAA»"\ns2._domainkey TXT "p=«AAAA-----END PUBLIC KEY-----»"',
    },
  ],
});
