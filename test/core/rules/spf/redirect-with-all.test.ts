import rule from "../../../../server/src/core/rules/spf/redirect-with-all.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT ( "v=spf1 include:_spf.exam"\n "ple.com -all" )',
    '@ TXT "v=spf1 mx redirect=a.example"',
    '@ TXT "v=spf1 include:redirect.example -all"',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 mx «redirect=a.example» -all"',
      message: "`-all` matches every host, so `redirect=` is never followed. Keep one of them.",
      fixed: '@ TXT "v=spf1 mx -all"',
    },
    { text: '@ TXT "v=spf1 ~All «Redirect=a.example»"', fixed: '@ TXT "v=spf1 ~All"' },
    { text: '@ TXT ( "v=spf1 «redirect=" "a.example» ?all" )', fixed: '@ TXT ( "v=spf1 ?all" )' },
    {
      text: '@ TXT "v=spf1 «redirect=a.example» «redirect=b.example» -all"',
      fixed: '@ TXT "v=spf1 redirect=b.example -all"',
    },
  ],
});
