import rule from "../../../../server/src/core/rules/dkim/invalid-service.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    's1._domainkey TXT "v=DKIM1; s=*; p="',
    's1._domainkey TXT "s=tlsrpt:email; p="',
    's1._domainkey TXT "s=Email;p="',
  ],
  reported: [
    {
      text: 's1._domainkey TXT "v=DKIM1; «s=s1»; p="',
      message: "`s=s1` keeps this key from mail, so verifiers ignore it. Write `s=email`, or remove the tag.",
      fixed: 's1._domainkey TXT "v=DKIM1; p="',
    },
    { text: 's1._domainkey TXT ( "p=; «s=em"\n "ails»" )', fixed: 's1._domainkey TXT ( "p=" )' },
    { text: 's1._domainkey TXT "«s=»; p="\ns2._domainkey TXT "«\\115=x»; p="' },
  ],
});
