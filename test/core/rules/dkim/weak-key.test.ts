import rule from "../../../../server/src/core/rules/dkim/weak-key.ts";
import { ed25519Key, pkcs1, rsaKey } from "../../../support/keys.ts";
import { testRule } from "../../../support/testRule.ts";

const weak = rsaKey(1024).spki;
const refused = rsaKey(768).spki;

testRule(rule, {
  origin: "example.com.",
  clean: [
    `s1._domainkey TXT ( "v=DKIM1; p=" "${rsaKey(2048).spki.replace(/(.{200})/g, '$1" "')}" )`,
    `s1._domainkey TXT "v=DKIM1; k=ed25519; p=${ed25519Key().raw}"`,
    's1._domainkey TXT "v=DKIM1; p="',
    's1._domainkey TXT "v=DKIM1; p=AAAA"',
  ],
  reported: [
    {
      text: `s1._domainkey TXT "v=DKIM1; p=«${refused}»"`,
      message: "This RSA key has 768 bits, and verifiers refuse keys under 1024. Make one of 2048 bits.",
    },
    {
      text: `s1._domainkey TXT "v=DKIM1; p=«${weak}»"`,
      message: "This RSA key has 1024 bits, which is within reach of attackers. Make one of 2048 bits.",
      severity: "warning",
    },
    { text: `s1._domainkey TXT ( "v=DKIM1;p=«${weak.slice(0, 50)}"\n "${weak.slice(50)}»;" )`, severity: "warning" },
    { text: `s1._DOMAINKEY TXT "p=«${pkcs1(rsaKey(1024))}»"\ns2._domainkey TXT "p=«${weak}»"`, severity: "warning" },
  ],
});
