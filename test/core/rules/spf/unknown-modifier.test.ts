import rule from "../../../../server/src/core/rules/spf/unknown-modifier.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT ( "v=spf1 include:_spf.exam"\n "ple.com -all" )',
    '@ TXT "v=spf1 exp=a.example RA=postmaster -all"',
    '@ TXT "v=spf1 mx-x=%abc -all"',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 «include=»a.example -all"',
      message: "Receivers ignore `include=`, since a mechanism takes a colon. Write `include:`.",
      fixed: '@ TXT "v=spf1 include:a.example -all"',
    },
    {
      text: '@ TXT "v=spf1 mx «Redirct=»a.example"',
      message: "Receivers know no modifier `Redirct` and ignore it. Write `redirect=`.",
      fixed: '@ TXT "v=spf1 mx redirect=a.example"',
    },
    { text: '@ TXT "v=spf1 mx -all «v=spf1» a"', fixed: '@ TXT "v=spf1 mx -all a"' },
    {
      text: '@ TXT "v=spf1 mx «default=pass» -all"',
      message: "Receivers know no modifier `default` and ignore it. Remove it unless your own software reads it.",
      fixed: '@ TXT "v=spf1 mx -all"',
    },
    { text: '@ TXT ( "v=spf1 «ip" "4=»192.0.2.1 -all" )', fixed: '@ TXT ( "v=spf1 ip4:192.0.2.1 -all" )' },
    { text: '@ TXT "v=spf1 «x=1» «y=2» -all"', fixed: '@ TXT "v=spf1 y=2 -all"' },
  ],
});
