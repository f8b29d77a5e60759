import rule from "../../../../server/src/core/rules/dkim/ed25519-form.ts";
import { ed25519Key } from "../../../support/keys.ts";
import { testRule } from "../../../support/testRule.ts";

const { raw, spki } = ed25519Key();

testRule(rule, {
  origin: "example.com.",
  clean: [`s1._domainkey TXT "v=DKIM1; k=ed25519; p=${raw}"`, `s1._domainkey TXT "v=DKIM1; k=rsa; p=${spki}"`],
  reported: [
    {
      text: `s1._domainkey TXT "v=DKIM1; k=ed25519; p=«${spki}»"`,
      message: "Verifiers want the 32 octets of an Ed25519 key alone, not its DER form. Write the raw key.",
      fixed: `s1._domainkey TXT "v=DKIM1; k=ed25519; p=${raw}"`,
    },
    {
      text: `s1._domainkey TXT ( "k=Ed25519; p=«${spki.slice(0, 20)}"\n "${spki.slice(20)}»; t=s" )`,
      fixed: `s1._domainkey TXT ( "k=Ed25519; p=${raw}; t=s" )`,
    },
    {
      text: `s1._domainkey TXT k=ed25519\\;p=«${spki}»\ns2._domainkey TXT k=ed25519\\;p=«${spki}»`,
      fixed: `s1._domainkey TXT k=ed25519\\;p=${raw}\ns2._domainkey TXT k=ed25519\\;p=${spki}`,
    },
  ],
});
