import rule from "../../../../server/src/core/rules/dkim/version.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    's1._domainkey TXT "k=rsa; p="',
    's1._domainkey TXT "v=DKIM1; p="',
    's1._domainkey TXT "v = DKIM1 ; p="',
    's1._domainkey TXT " v=DKIM1; p="',
    's1._domainkey TXT "v=DK" "IM1; p="',
    "s1._domainkey TXT v=DKIM1\\;p=",
  ],
  reported: [
    {
      text: 's1._domainkey TXT "«v=DKIM2»; p="',
      message: "`v=DKIM2` is no version of DKIM keys, so verifiers drop the record. Write `v=DKIM1`.",
      fixed: 's1._domainkey TXT "v=DKIM1; p="',
    },
    { text: 's1._domainkey TXT "«v=dkim1»; p="', fixed: 's1._domainkey TXT "v=DKIM1; p="' },
    { text: 's1._domainkey TXT "«nv=DKIM1»; p="', fixed: 's1._domainkey TXT "v=DKIM1; p="' },
    { text: 's1._domainkey TXT "«V=DKIM1»; p="', fixed: 's1._domainkey TXT "v=DKIM1; p="' },
    { text: 's1._domainkey TXT ( "«v=DK"\n "IM»; p=" )', fixed: 's1._domainkey TXT ( "v=DKIM1; p=" )' },
    {
      text: 's1._domainkey TXT "k=rsa; «v=DKIM1»; p="',
      message: "The version must be the first tag, else verifiers drop the key. Move `v=DKIM1` to the front.",
      fixed: 's1._domainkey TXT "v=DKIM1; k=rsa; p="',
    },
    { text: 's1._domainkey TXT "«\\118=DKIM»; p="\ns2._domainkey TXT "«v=1»; p="' },
  ],
});
