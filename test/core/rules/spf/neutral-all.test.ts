import rule from "../../../../server/src/core/rules/spf/neutral-all.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT ( "v=spf1 include:_spf.exam"\n "ple.com -all" )',
    '@ TXT "v=spf1 ?all:x"',
    '@ TXT "v=spf1 ?mx ~all"',
    '_spf TXT "v=spf1 mx ?all"',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 mx «?all»"',
      message: "`?all` gives forged mail no worse verdict than none. Write `~all`, or `-all` to have it refused.",
      fixed: '@ TXT "v=spf1 mx ~all"',
    },
    { text: '@ TXT "v=spf1 «?ALL»"', fixed: '@ TXT "v=spf1 ~all"' },
    { text: '@ TXT ( "v=spf1 «?a"\n "ll»" )', fixed: '@ TXT ( "v=spf1 ~all" )' },
    { text: '@ TXT "v=spf1 «\\063all»"', fixed: '@ TXT "v=spf1 ~all"' },
    { text: '@ TXT "v=spf1 «?all» «?all»"', fixed: '@ TXT "v=spf1 ~all ?all"' },
  ],
});
