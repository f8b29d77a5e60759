import rule from "../../../../server/src/core/rules/spf/unreachable-term.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT ( "v=spf1 include:_spf.exam"\n "ple.com -all" )',
    '@ TXT "v=spf1 ~all exp=a.example x=y"',
    '@ TXT "v=spf1 ~all -all"',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 include:_spf.google.com ~all «include:_spf.outlook.com» -all"',
      message: "Receivers stop at `~all`, so `include:_spf.outlook.com` is never read. Move it before `~all`.",
      fixed: '@ TXT "v=spf1 include:_spf.google.com include:_spf.outlook.com ~all -all"',
    },
    { text: '@ TXT "v=spf1 -ALL «MX»"', fixed: '@ TXT "v=spf1 MX -ALL"' },
    { text: '@ TXT ( "v=spf1 -all" " «m"\n "x»" )', fixed: '@ TXT ( "v=spf1 mx -all" )' },
    { text: '@ TXT "v=spf1 -all «mx» «a»"', fixed: '@ TXT "v=spf1 mx -all a"' },
    { text: '@ TXT "v=spf1 \\045all «mx»"', fixed: '@ TXT "v=spf1 mx \\045all"' },
  ],
});
