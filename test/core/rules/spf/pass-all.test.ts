import rule from "../../../../server/src/core/rules/spf/pass-all.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ TXT "v=spf1 mx - all"',
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT ( "v=spf1 include:_spf.exam"\n "ple.com -all" )',
    '@ TXT "v=spf1 mx ~all"',
    '@ TXT "v=spf1 ?all"',
    '@ TXT "v=spf1 all:x"',
    '@ TXT "+all"',
    '; "v=spf1 +all"',
    '@ SPF "v=spf1 +all"',
  ],
  reported: [
    { text: '@ TXT "v" "=spf1 mx «+all»"', fixed: '@ TXT "v" "=spf1 mx -all"' },
    {
      text: '@ TXT "v=spf1 mx «+all»"',
      message: "`+all` passes every host on the Internet. Write `-all` to fail the hosts that no other term lists.",
      fixed: '@ TXT "v=spf1 mx -all"',
    },
    { text: '@ 300 IN txt "v=spf1 «All»"', fixed: '@ 300 IN txt "v=spf1 -all"' },
    { text: '@ TXT ( "v=spf1 mx "\n  "«+all»" )', fixed: '@ TXT ( "v=spf1 mx "\n  "-all" )' },
    { text: '@ TXT "v=spf1 «+a" "ll»"', fixed: '@ TXT "v=spf1 -all"' },
    { text: '@ TXT "v=spf1 «\\043all»"', fixed: '@ TXT "v=spf1 -all"' },
    { text: '@ TXT "v=spf1 «all» «+all»"', fixed: '@ TXT "v=spf1 -all +all"' },
  ],
});
