import rule from "../../../../server/src/core/rules/spf/version.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ TXT "v=spf1-like records are described in our wiki"',
    '@ TXT "spf1 is used here"',
    '@ TXT "v=spf1\tmx -all"',
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT "v=spf1 include:_spf.exam" "ple.com -all"',
    '@ TXT "v=spf1"',
    '@ TXT "v=verify spf1"',
    '@ TXT "v=sp1 3.2 is all"',
    '@ TXT "v=spf1" " -all"',
    '@ TXT " v=spf1 -all"',
    "@ TXT v=spf1 mx -all",
    '@ TXT "v=spf1" "mx -all"',
    '@ TXT "spf2.0/pra -all"',
  ],
  reported: [
    { text: '@ TXT "«v:spf1» mx -all"', fixed: '@ TXT "v=spf1 mx -all"' },
    { text: '@ TXT "«v=spf1,mx,-all»"', fixed: '@ TXT "v=spf1 mx -all"' },
    {
      text: '@ TXT "«v=spf1;» mx -all"',
      message: "`v=spf1;` marks no SPF record, so receivers find none. Begin with `v=spf1` and a space.",
      fixed: '@ TXT "v=spf1 mx -all"',
    },
    { text: '@ TXT "«v=sfp1» include:a.example.net ~all"', fixed: '@ TXT "v=spf1 include:a.example.net ~all"' },
    { text: '@ TXT "«v=sp1» mx -all"', fixed: '@ TXT "v=spf1 mx -all"' },
    { text: '@ TXT "«v=spf» -all"', fixed: '@ TXT "v=spf1 -all"' },
    { text: '@ TXT "«V=SPF2.0» -all"', fixed: '@ TXT "v=spf1 -all"' },
    { text: '@ TXT "«spf1» mx"', fixed: '@ TXT "v=spf1 mx"' },
    { text: '@ TXT "«v=spf10»"', fixed: '@ TXT "v=spf1"' },
    { text: '@ TXT "«v=spf1mx» -all"', fixed: '@ TXT "v=spf1 mx -all"' },
    { text: '@ TXT "«v = spf1» -all"', fixed: '@ TXT "v=spf1 -all"' },
    { text: '@ TXT "«v=sp" "f1;» -all"', fixed: '@ TXT "v=spf1 -all"' },
    { text: '@ TXT ( "«v=spf\\049;»"\n " -all" )', fixed: '@ TXT ( "v=spf1"\n " -all" )' },
    { text: '@ TXT "«v=spf2» -all"\nb TXT "«spf1» -all"', fixed: '@ TXT "v=spf1 -all"\nb TXT "spf1 -all"' },
  ],
});
