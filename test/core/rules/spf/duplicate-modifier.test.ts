import rule from "../../../../server/src/core/rules/spf/duplicate-modifier.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT "v=spf1 include:_spf.exam" "ple.com -all"',
    '@ TXT "v=spf1 redirect=a.example"',
    '@ TXT "v=spf1 -all exp=a.example x=1 x=2"',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 redirect=a.example «redirect=b.example»"',
      message: "A second `redirect=` makes receivers reject the whole record. Keep one of them.",
      fixed: '@ TXT "v=spf1 redirect=a.example"',
    },
    { text: '@ TXT "v=spf1 exp=a.example -all «EXP=a.example»"', fixed: '@ TXT "v=spf1 exp=a.example -all"' },
    {
      text: '@ TXT ( "v=spf1 redirect=a.example" " «redirect=b." "example»" )',
      fixed: '@ TXT ( "v=spf1 redirect=a.example" )',
    },
    {
      text: '@ TXT "v=spf1 exp=a.example «exp=b.example» «exp=c.example» -all"',
      fixed: '@ TXT "v=spf1 exp=a.example exp=c.example -all"',
    },
  ],
});
