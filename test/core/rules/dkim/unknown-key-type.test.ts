import rule from "../../../../server/src/core/rules/dkim/unknown-key-type.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    's1._domainkey TXT "v=DKIM1; k=rsa; p="',
    's1._domainkey TXT "v=DKIM1; k=ed25519 ; p="',
    's1._domainkey TXT "v=DKIM1; p="',
    's1._domainkey TXT "v=DKIM1; k=r" "sa; p="',
  ],
  reported: [
    {
      text: 's1._domainkey TXT "v=DKIM1; k=«ecdsa»; p="',
      message: "`ecdsa` is no key type, so verifiers ignore the key. Write `rsa` or `ed25519`, as the key is.",
    },
    {
      text: 's1._domainkey TXT "v=DKIM1; k=«RSA»; p="',
      message: "Key types are written in lower case, and some verifiers ignore `RSA`. Write `rsa`.",
      severity: "warning",
    },
    { text: 's1._domainkey TXT ( "v=DKIM1; k=«rs"\n "a2»; p=" )\ns2._domainkey TXT "«k=»; p="' },
    { text: "s1._domainkey TXT k=«\\114sb»\\;p=" },
  ],
});
