import rule from "../../../../server/src/core/rules/dkim/unknown-tag.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    's1._domainkey TXT "v=DKIM1; h=sha256; k=rsa; n=x; s=*; t=s; g=; p="',
    's1._domainkey TXT "selector=x"',
    's1._domainkey TXT "nv=DKIM1; p="',
  ],
  reported: [
    {
      text: 's1._domainkey TXT "v=DKIM1; «nk»=rsa; p="',
      message: "Verifiers ignore the tag `nk`, which DKIM does not know. Write `k`.",
      fixed: 's1._domainkey TXT "v=DKIM1; k=rsa; p="',
    },
    { text: 's1._domainkey TXT "v=DKIM1; k=rsa; «K»=rsa; p="', fixed: 's1._domainkey TXT "v=DKIM1; k=rsa; p="' },
    { text: 's1._domainkey TXT "v=DKIM1; «K»=rsa; p="', fixed: 's1._domainkey TXT "v=DKIM1; k=rsa; p="' },
    {
      text: 's1._domainkey TXT "v=DKIM1; «a»=rsa-sha256; p="',
      message: "Verifiers ignore the tag `a`, which DKIM does not know. Remove it.",
      fixed: 's1._domainkey TXT "v=DKIM1; p="',
    },
    { text: 's1._domainkey TXT ( "«x"\n "y»=1; p=; «z»=2" )', fixed: 's1._domainkey TXT ( "p=; z=2" )' },
  ],
});
