import rule from "../../../../server/src/core/rules/bimi/dmarc-not-enforced.ts";
import { testRule } from "../../../support/testRule.ts";

const soa = "@ 3600 IN SOA ns.example.com. h.example.com. 1 7200 3600 1209600 3600\n";

testRule(rule, {
  origin: "example.com.",
  clean: [
    'default._bimi TXT "v=BIMI1; l=https://example.com/a.svg"',
    `_dmarc TXT "v=DMARC1; p=reject"\ndefault._bimi TXT "v=BIMI1; l=https://example.com/a.svg"`,
    `${soa}_dmarc TXT "v=DMARC1; p=none"\ndefault._bimi TXT "v=BIMI1; l=; a=;"`,
    `${soa}_dmarc CNAME x.example.net.\ndefault._bimi TXT "v=BIMI1; l=https://example.com/a.svg"`,
    `_dmarc TXT "v=DMARC1; p=Quarantine; sp=reject"\ndefault._bimi.news TXT "v=BIMI1; l=https://example.com/a.svg"`,
  ],
  reported: [
    {
      text: '_dmarc TXT "v=DMARC1; p=none"\ndefault._bimi TXT "«v=BIMI1; l=https://example.com/a.svg»"',
      message: "The DMARC policy of example.com says `p=none`, so no logo is shown. BIMI needs quarantine or reject.",
    },
    {
      text: '_dmarc TXT "v=DMARC1; p=reject; sp=NONE"\ndefault._BIMI.news TXT ( "«v=BI"\n "MI1; l=https://example.com/a.svg»" )',
    },
    {
      text: `${soa}default._bimi TXT "«v=BIMI1; l=https://example.com/a.svg»"\nb._bimi TXT "«\\118=BIMI1; l=https://example.com/b.svg»"`,
      message: "example.com has no DMARC record, so no logo is shown. BIMI needs a policy of quarantine or reject.",
    },
  ],
});
