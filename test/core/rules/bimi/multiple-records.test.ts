import rule from "../../../../server/src/core/rules/bimi/multiple-records.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    'default._bimi TXT "v=BIMI1; l=; a=;"\n TXT "token"',
    'a._bimi TXT "v=BIMI1; l="\nb._bimi TXT "v=BIMI1; l="',
    '@ TXT "v=BIMI1; l="\n TXT "v=BIMI1; l=; a="',
  ],
  reported: [
    {
      text: 'default._bimi TXT "v=BIMI1; l=; a=;"\ndefault._bimi TXT «"v=BIMI1; l=https://example.com/b.svg"»\n',
      message: "A second BIMI record at this selector: receivers then take none, and show no logo. Keep one.",
      fixed: 'default._bimi TXT "v=BIMI1; l=; a=;"\n',
    },
    { text: 'Default._BIMI TXT ( "v=BIMI1; l=" )\n TXT ( «"v=BI"\n "MI1; l=; a="» )\n TXT «\\118=BIMI1»' },
    { text: "default._bimi TXT v=BIMI1\ndefault._bimi TXT «v=BIMI1»" },
  ],
});
