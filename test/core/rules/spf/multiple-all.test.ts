import rule from "../../../../server/src/core/rules/spf/multiple-all.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT ( "v=spf1 include:_spf.exam"\n "ple.com -all" )',
    '@ TXT "v=spf1 -all all."',
  ],
  reported: [
    { text: '@ TXT ( "v=spf1 mx ~all"\n " «-all»" )', fixed: '@ TXT ( "v=spf1 mx ~all" )' },
    {
      text: '@ TXT "v=spf1 mx ~all «-all»"',
      message: "Receivers stop at the first `all`, so `-all` is never read. Keep one `all`, at the end.",
      fixed: '@ TXT "v=spf1 mx ~all"',
    },
    { text: '@ TXT "v=spf1 ~ALL include:a.example «-All»"', fixed: '@ TXT "v=spf1 ~ALL include:a.example"' },
    { text: '@ TXT ( "v=spf1 ~all" " «-a"\n "ll» exp=a.example" )', fixed: '@ TXT ( "v=spf1 ~all" " exp=a.example" )' },
    { text: '@ TXT "v=spf1 ~all «?all» «-all»"', fixed: '@ TXT "v=spf1 ~all -all"' },
  ],
});
