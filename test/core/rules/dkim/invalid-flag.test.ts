import rule from "../../../../server/src/core/rules/dkim/invalid-flag.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    's1._domainkey TXT "v=DKIM1; t=s:y; p="',
    's1._domainkey TXT "v=DKIM1; t= y : s ; p="',
    's1._domainkey TXT "p="',
  ],
  reported: [
    {
      text: 's1._domainkey TXT "v=DKIM1; t=«n»; p="',
      message: "Verifiers ignore the flag `n`: there are only `y` (testing) and `s` (no subdomains). Remove it.",
      fixed: 's1._domainkey TXT "v=DKIM1; p="',
    },
    { text: 's1._domainkey TXT "t=«Y»:s; p="', fixed: 's1._domainkey TXT "t=s; p="' },
    { text: 's1._domainkey TXT ( "t=s:«te"\n "st»; p=" )', fixed: 's1._domainkey TXT ( "t=s; p=" )' },
    { text: 's1._domainkey TXT "p=; «t=»"', fixed: 's1._domainkey TXT "p="' },
    { text: 's1._domainkey TXT "t=«a»:s:«b»; p="', fixed: 's1._domainkey TXT "t=s:b; p="' },
  ],
});
