import rule from "../../../../server/src/core/rules/bimi/owner.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: ['default._bimi TXT "v=BIMI1; l=; a=;"', 'brand._bimi.news TXT "v=BIMI1; l="', '* TXT "v=BIMI1; l="'],
  reported: [
    { text: '«default» TXT "v=BIMI1; l="', fixed: 'default._bimi TXT "v=BIMI1; l="' },
    { text: '«_bimi.default» TXT "v=BIMI1; l="', fixed: 'default._bimi TXT "v=BIMI1; l="' },
    {
      text: '«_bimi» TXT "v=BIMI1; l="',
      message: "Receivers look for BIMI at `<selector>._bimi` only, so no logo is found. Move it to `default._bimi`.",
      fixed: 'default._bimi TXT "v=BIMI1; l="',
    },
    { text: '«@» TXT "v=BIMI1; l="', fixed: 'default._bimi TXT "v=BIMI1; l="' },
    {
      text: '«brand.BIMI.example.com.» TXT ( "v=BI"\n "MI1; l=" )',
      fixed: 'brand._bimi.example.com. TXT ( "v=BI"\n "MI1; l=" )',
    },
    {
      text: '«default.bimi» TXT "v=BIMI1"\n«news» TXT "\\118=BIMI1"',
      fixed: 'default._bimi TXT "v=BIMI1"\nnews TXT "\\118=BIMI1"',
    },
  ],
});
