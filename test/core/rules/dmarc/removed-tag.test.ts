import rule from "../../../../server/src/core/rules/dmarc/removed-tag.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: ['_dmarc TXT "v=DMARC1; p=none; t=y"', '_dmarc TXT "pct=100"', '_dmarc TXT "v=DMARC1; p=none; PCT=100"'],
  reported: [
    {
      text: '_dmarc TXT "v=DMARC1; p=none; «pct=100»; sp=none"',
      message: "`pct` is gone from DMARC: new receivers ignore it, old ones may follow it. Remove it.",
      fixed: '_dmarc TXT "v=DMARC1; p=none; sp=none"',
    },
    {
      text: '_dmarc TXT "v=DMARC1; p=reject; «pct=0»"',
      message: "`pct=0` is gone from DMARC, so new receivers apply the policy to all mail. Write `t=y`.",
      fixed: '_dmarc TXT "v=DMARC1; p=reject; t=y"',
    },
    { text: '_dmarc TXT "v=DMARC1; p=reject; t=y; «pct=0»"', fixed: '_dmarc TXT "v=DMARC1; p=reject; t=y"' },
    { text: '_dmarc TXT ( "v=DMARC1; p=none; «ri=864"\n "00» ;" )', fixed: '_dmarc TXT ( "v=DMARC1; p=none ;" )' },
    {
      text: "_dmarc TXT v=DMARC1\\;p=none\\;«rf=AFRF»\\;«p\\099t=50»",
      fixed: "_dmarc TXT v=DMARC1\\;p=none\\;p\\099t=50",
    },
  ],
});
