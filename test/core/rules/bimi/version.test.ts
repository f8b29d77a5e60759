import rule from "../../../../server/src/core/rules/bimi/version.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    'default._bimi TXT "v=BIMI1; l=; a=;"',
    'default._bimi TXT "v = BIMI1 ;l="',
    'default._bimi TXT "token"',
    'default._bimi TXT "v=DMARC1; a=mailto:a@example.com"',
    'default._bimi TXT "v=BI" "MI1; l="',
  ],
  reported: [
    {
      text: 'default._bimi TXT "«v=bimi1»; l="',
      message: "`v=bimi1` is not the version, so receivers skip the record. Write `v=BIMI1`, letter by letter.",
      fixed: 'default._bimi TXT "v=BIMI1; l="',
    },
    { text: 'default._bimi TXT ( "«v=BI"\n "MI»; l=" )', fixed: 'default._bimi TXT ( "v=BIMI1; l=" )' },
    {
      text: 'default._bimi TXT "l=https://example.com/a.svg; «v=BIMI1»"',
      fixed: 'default._bimi TXT "v=BIMI1; l=https://example.com/a.svg"',
    },
    {
      text: 'default._bimi TXT "«l=https://example.com/a.svg»"',
      fixed: 'default._bimi TXT "v=BIMI1; l=https://example.com/a.svg"',
    },
    {
      text: 'default._bimi TXT "«v=BIM1»; l=https://example.com/a.svg"\nb._bimi TXT "«v=»;l=;a=https://example.com/a.pem"',
      fixed:
        'default._bimi TXT "v=BIMI1; l=https://example.com/a.svg"\nb._bimi TXT "v=;l=;a=https://example.com/a.pem"',
    },
    { text: 'default._bimi TXT "«BIMI1»; l="\nb._bimi TXT «\\118=BIMI2»' },
  ],
});
