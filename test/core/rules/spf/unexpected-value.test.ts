import rule from "../../../../server/src/core/rules/spf/unexpected-value.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT "v=spf1 include:_spf.exam" "ple.com -all"',
    '@ TXT "v=spf1 a/24 mx:a.example/24//64 -all"',
  ],
  reported: [
    { text: '@ TXT "v=spf1 «include :_spf.example.net» -all"', fixed: '@ TXT "v=spf1 include:_spf.example.net -all"' },
    {
      text: '@ TXT "v=spf1 -all«:x»"',
      message: "`all` takes no value; with `:x` receivers reject the whole record. Remove it.",
      fixed: '@ TXT "v=spf1 -all"',
    },
    {
      text: '@ TXT "v=spf1 «include: a.example» -all"',
      message: "`include: a.example` is two terms to receivers, and they reject both. Write `include:a.example`.",
      fixed: '@ TXT "v=spf1 include:a.example -all"',
    },
    { text: '@ TXT "v=spf1 «IP4 192.0.2.1» -all"', fixed: '@ TXT "v=spf1 IP4:192.0.2.1 -all"' },
    { text: '@ TXT "v=spf1 include:a.example«/24» -all"', fixed: '@ TXT "v=spf1 include:a.example -all"' },
    { text: '@ TXT ( "v=spf1 «include: " "a.example» -all" )', fixed: '@ TXT ( "v=spf1 include:a.example -all" )' },
    { text: '@ TXT "v=spf1 ptr«/8» -all«/8»"', fixed: '@ TXT "v=spf1 ptr -all/8"' },
  ],
});
