import rule from "../../../../server/src/core/rules/dkim/owner.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    's1._domainkey TXT "v=DKIM1; p="',
    's1._domainkey.news TXT "v=DKIM1; p="',
    '_adsp._domainkey TXT "dkim=all"',
    '*._domainkey TXT "v=DKIM1; p="',
    '@ TXT "v=spf1 -all"',
    '_report._domainkey TXT "v=DKIM1; ra=x"',
  ],
  reported: [
    {
      text: '«s1.domainkey» TXT "v=DKIM1; p=AAAA"',
      message: "Verifiers look for keys at `<selector>._domainkey` only, so none finds this one. Move it there.",
      fixed: 's1._domainkey TXT "v=DKIM1; p=AAAA"',
    },
    {
      text: '«S1.DomainKeys.example.com.» txt "V=dkim1; p=AAAA"',
      fixed: 'S1._domainkey.example.com. txt "V=dkim1; p=AAAA"',
    },
    {
      text: '«@» TXT "v=DKIM1; " "p="',
      message: "An empty key revokes nothing here: verifiers look below `_domainkey`. Name it `*._domainkey`.",
      fixed: '*._domainkey TXT "v=DKIM1; " "p="',
    },
    { text: '«mail» TXT ( "v=DKIM1;"\n " p=AAAA" )', fixed: 'mail._domainkey TXT ( "v=DKIM1;"\n " p=AAAA" )' },
    { text: '«mail.example.com.» TXT "k=rsa; p=AAAA"', fixed: 'mail._domainkey.example.com. TXT "k=rsa; p=AAAA"' },
    { text: '«@» TXT "v=DKIM1; p=AAAA"' },
    { text: '«mail» TXT "v=DKIM1; p=AAAA"\n TXT «"v=DKIM1; p=BBBB"»' },
  ],
});
