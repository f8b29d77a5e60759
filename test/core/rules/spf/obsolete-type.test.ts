import rule from "../../../../server/src/core/rules/spf/obsolete-type.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: ['@ TXT "v=spf1 -all"'],
  reported: [
    {
      text: String.raw`@ «TYPE99» \# 11 0a763d73706631202d616c`,
      fixed: String.raw`@ TXT \# 11 0a763d73706631202d616c`,
    },
    {
      text: '@ TXT "v=spf1 mx -all"\n@ «SPF» "v=spf1 a -all"\n',
      message: "Receivers never ask for type SPF, and read the TXT beside it, which differs. Delete this record.",
      fixed: '@ TXT "v=spf1 mx -all"\n',
    },
    {
      text: '@ «SPF» "v=spf1 -all"',
      message: "Receivers never ask for type SPF, so they find no policy here. Write `TXT`.",
      fixed: '@ TXT "v=spf1 -all"',
    },
    { text: '@ «spf» ( "v=spf1" \n " -all" )', fixed: '@ TXT ( "v=spf1" \n " -all" )' },
    { text: '@ «TYPE99» "V=SPF1 -all"', fixed: '@ TXT "V=SPF1 -all"' },
    {
      text: '@ TXT "v=spf1 -all"\n@ «SPF» "v=spf1 -ALL"\n',
      message: "Receivers never ask for type SPF, and the same TXT stands beside it. Delete this record.",
      fixed: '@ TXT "v=spf1 -all"\n',
    },
    { text: '@ «SPF» "v=spf1 -all"\n  TXT "v=spf1 -all"\n', fixed: '@  TXT "v=spf1 -all"\n' },
    { text: 'a «SPF» "v=spf1 -all"\nb «SPF» "v=spf1 -all"', fixed: 'a TXT "v=spf1 -all"\nb SPF "v=spf1 -all"' },
  ],
});
