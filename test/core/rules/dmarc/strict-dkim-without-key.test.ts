import rule from "../../../../server/src/core/rules/dmarc/strict-dkim-without-key.ts";
import { testRule } from "../../../support/testRule.ts";

const soa = "@ 3600 IN SOA ns.example.com. h.example.com. 1 7200 3600 1209600 3600\n";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '_dmarc TXT "v=DMARC1; p=none; adkim=s"',
    `${soa}_dmarc TXT "v=DMARC1; p=none; adkim=r"`,
    `${soa}s1._domainkey TXT "v=DKIM1; p="\n_dmarc TXT "v=DMARC1; p=none; adkim=s"`,
    `${soa}s1._domainkey CNAME x.example.net.\n_dmarc TXT "v=DMARC1; p=none; adkim=s"`,
    `${soa}_domainkey NS ns.example.net.\n_dmarc TXT "v=DMARC1; p=none; adkim=s"`,
    `${soa}@ MX 0 .\n_dmarc TXT "v=DMARC1; p=none; adkim=s"`,
  ],
  reported: [
    {
      text: `${soa}_dmarc TXT "v=DMARC1; p=none; «adkim=s»"`,
      message: "`adkim=s` wants a signature of example.com itself, which has no key here. Publish one, or write `r`.",
    },
    { text: `${soa}s1._domainkey.news CNAME x.example.net.\n_dmarc TXT ( "v=DMARC1; «adkim="\n "S»" )` },
    { text: `${soa}_dmarc TXT "v=DMARC1; «adk\\105m=s»"\n_dmarc.news TXT "v=DMARC1; «adkim=s»"` },
  ],
});
