import rule from "../../../../server/src/core/rules/cross/too-many-findings.ts";
import passAll from "../../../../server/src/core/rules/spf/pass-all.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  beside: [passAll],
  limit: 2,
  clean: ['@ TXT "v=spf1 +all"\na TXT "v=spf1 +all"', '@ TXT "v=spf1 -all"\na TXT "v=spf1 -all"\nb TXT "v=spf1 -all"'],
  reported: [
    {
      text: '»«@ TXT "v=spf1 +all"\na TXT "v=spf1 +all"\nb TXT "v=spf1 +all"',
      message: "This file has more findings than the 2 that are shown. Mend some of them to see the rest.",
    },
  ],
});
