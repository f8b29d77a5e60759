import rule from "../../../../server/src/core/rules/dkim/duplicate-tag.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: ['s1._domainkey TXT "v=DKIM1; k=rsa; K=rsa; p="', '_adsp._domainkey TXT "dkim=all; dkim=all"'],
  reported: [
    {
      text: 's1._domainkey TXT "v=DKIM1; p=; «p»=AAAA"',
      message: "`p` stands twice, which makes the whole key record invalid. Keep one of the two.",
    },
    { text: 's1._domainkey TXT ( "v=DKIM1; t=s; k=rsa; "\n "«t»=y; «k»=rsa; p=" )' },
    { text: "s1._domainkey TXT v=DKIM1\\;k=rsa\\;«\\107»=rsa" },
  ],
});
