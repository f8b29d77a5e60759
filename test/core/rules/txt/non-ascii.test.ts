import rule from "../../../../server/src/core/rules/txt/non-ascii.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ TXT "v=spf1 mx  a  -all"',
    '_dmarc TXT "v=DMARC1\\; p=none\\;"',
    's._domainkey TXT "v=DKIM1; p=MIG AA =="',
    's._domainkey TXT "v=DKIM1; k=rsa; p="',
    '*._report._dmarc TXT "v=DMARC1;"',
    '@ TXT ( "v=spf1 include:_spf.exam"\n "ple.com -all" )',
    '@ TXT "v=spf1 mx -all" ; v=spf1; p=none',
    '@ TXT "Grüße"',
    '_dmarc TXT "v=DMARC1; p=’none"',
    '@ TXT "v=spf1 a:ä.example -all"',
  ],
  reported: [
    {
      text: '_dmarc TXT "v=DMARC1; rua=mailto:dm«ä»rc@example.com"',
      message: "`ä` is not ASCII, and receivers drop what they cannot read. Write names in their `xn--` form.",
    },
    { text: '_dmarc TXT "V=dmarc1; p=«无»"' },
    { text: 's._domainkey TXT ( "v=DKIM1; n=«é"\n "é»; p=MIG" )' },
    { text: '_dmarc TXT "v=DMARC1; p=«\\228»"' },
    { text: '_dmarc TXT "v=DMARC1; p=«é»; sp=«é»"' },
  ],
});
