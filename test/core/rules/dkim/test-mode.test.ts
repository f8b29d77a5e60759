import rule from "../../../../server/src/core/rules/dkim/test-mode.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: ['s1._domainkey TXT "v=DKIM1; t=s; p="', 's1._domainkey TXT "v=DKIM1; p="', '_adsp._domainkey TXT "t=y"'],
  reported: [
    {
      text: 's1._domainkey TXT "v=DKIM1; «t=y»; p="',
      message: "`t=y` asks verifiers to treat signed mail as if it were unsigned. Remove it once signing works.",
      fixed: 's1._domainkey TXT "v=DKIM1; p="',
    },
    { text: 's1._domainkey TXT "v=DKIM1; t=s:«y»; p="', fixed: 's1._domainkey TXT "v=DKIM1; t=s; p="' },
    { text: 's1._domainkey TXT "v=DKIM1; t=«y» : s; p="', fixed: 's1._domainkey TXT "v=DKIM1; t=s; p="' },
    { text: 's1._domainkey TXT ( "v=DKIM1; «t="\n "y»" )', fixed: 's1._domainkey TXT ( "v=DKIM1" )' },
    { text: "s1._domainkey TXT «t=\\121»\\;p=\ns2._domainkey TXT p=\\;«t=y»" },
  ],
});
