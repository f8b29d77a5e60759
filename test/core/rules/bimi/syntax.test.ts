import rule from "../../../../server/src/core/rules/bimi/syntax.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    'default._bimi TXT "v=BIMI1; l=; a=;"',
    'default._bimi TXT "v=BIMI1 ;l=https://example.com/a.svg;avp=brand;lps=x"',
    'default._bimi TXT "a token"',
  ],
  reported: [
    {
      text: 'default._bimi TXT "v=BIMI1; «l:https://example.com/a.svg»"',
      message:
        "`l:https://example.com/a.svg` is no `tag=value`, so receivers show no logo. Write the tag, `=` and its value.",
      fixed: 'default._bimi TXT "v=BIMI1; l=https://example.com/a.svg"',
    },
    { text: 'default._bimi TXT "v=BIMI1« »l=; a="', fixed: 'default._bimi TXT "v=BIMI1; l=; a="' },
    {
      text: 'default._bimi TXT ( "v=BIMI1;"\n "«;» l=; «l»=" )',
      fixed: 'default._bimi TXT ( "v=BIMI1;"\n " l=; l=" )',
    },
    { text: 'default._bimi TXT "V=BIMI1; l=; «\\097» ; «b c»"' },
  ],
});
