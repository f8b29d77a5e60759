import rule from "../../../../server/src/core/rules/spf/invalid-macro.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT "v=spf1 include:_spf.exam" "ple.com -all"',
    '@ TXT "v=spf1 a:macro%%percent%_%_space%-url-space.example.com -all"',
    '@ TXT "v=spf1 exists:%{L1R+-}.%{d2} -all"',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 exists:«%(»i).example.com -all"',
      message:
        "`%(` begins no macro, so receivers reject the record. Braces follow the `%`; write `%%` for a percent sign.",
    },
    { text: '@ TXT "v=spf1 a:«%{a}».example.com -all"' },
    { text: '@ TXT "v=spf1 exists:«%{T}».example.com -all"' },
    { text: '@ TXT "v=spf1 exists:«%{d0}».example.com -all"' },
    { text: '@ TXT ( "v=spf1 exists:«%{" "x}».example.com -all" )' },
    { text: '@ TXT "v=spf1 a:«%{z}».example.com foo=«%a»bc -all"' },
  ],
});
