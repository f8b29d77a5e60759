import rule from "../../../../server/src/core/rules/dkim/large-key.ts";
import { rsaKey } from "../../../support/keys.ts";
import { testRule } from "../../../support/testRule.ts";

/** As a text of several strings: a key of this length does not fit into one. */
const strings = (key: string) => key.replace(/(.{200})(?=.)/g, '$1" "');
const large = strings(rsaKey(4104).spki);

testRule(rule, {
  origin: "example.com.",
  clean: [`s1._domainkey TXT "v=DKIM1; p=" "${strings(rsaKey(4096).spki)}"`, 's1._domainkey TXT "v=DKIM1; p="'],
  reported: [
    {
      text: `s1._domainkey TXT "v=DKIM1; p=" "«${large}»"`,
      message: "This RSA key has 4104 bits, and verifiers need not take more than 4096. Make one of 2048 bits.",
    },
    { text: `s1._domainkey TXT ( "v=DKIM1; p="\n "«${large}»;" )` },
    { text: `s1._domainkey TXT "p=" "«${large}»"\ns2._domainkey TXT "p=" "«${large}»"` },
  ],
});
