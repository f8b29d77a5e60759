import rule from "../../../../server/src/core/rules/spf/duplicate-term.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '@ TXT "v=spf1 mx mx/64 -all"',
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT ( "v=spf1 include:_spf.exam"\n "ple.com -all" )',
    '@ TXT "v=spf1 mx mx/24 mx:a.example ?mx -all"',
    '@ TXT "v=spf1 a ?ip4:192.0.2.1 a -all"',
    '@ TXT "v=spf1 -all mx mx"',
    '@ TXT "v=spf1 ip4:192.0.2.0/24 ip4:192.0.2.1 -all"',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 mx a «mx» -all"',
      message: "`mx` is here already, and the first match decides. Remove the second one.",
      fixed: '@ TXT "v=spf1 mx a -all"',
    },
    {
      text: '@ TXT "v=spf1 include:a.example «INCLUDE:A.example.» -all"',
      fixed: '@ TXT "v=spf1 include:a.example -all"',
    },
    { text: '@ TXT "v=spf1 a «+a:example.com/32» -all"', fixed: '@ TXT "v=spf1 a -all"' },
    {
      text: '@ TXT "v=spf1 ip6:2001:db8::1 «ip6:2001:DB8:0::1/128» -all"',
      fixed: '@ TXT "v=spf1 ip6:2001:db8::1 -all"',
    },
    { text: '@ TXT ( "v=spf1 mx" " «m"\n "x» -all" )', fixed: '@ TXT ( "v=spf1 mx" " -all" )' },
    { text: '@ TXT "v=spf1 a «a» «a» -all"', fixed: '@ TXT "v=spf1 a a -all"' },
  ],
});
