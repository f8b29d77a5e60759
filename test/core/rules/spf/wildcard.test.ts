import rule from "../../../../server/src/core/rules/spf/wildcard.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT ( "v=spf1 include:_spf.exam"\n "ple.com -all" )',
    '*.example.com. TXT "x"',
    'a.*.example.com. TXT "v=spf1 -all"',
    '*.example.com. TXT "v=spf1; -all"',
  ],
  reported: [
    {
      text: '«*.example.com.» IN TXT "v=spf1 -all"',
      message: "`*.example.com.` gives no SPF to names that have records of their own. Publish one at each of them.",
    },
    { text: '«*» TXT "V=SPF1 MX -all"' },
    { text: '* A 192.0.2.1\n  TXT ( "«v=sp"\n "f1» -all" )' },
    { text: '«*» TXT "v=spf1 -all"\n«*.a» TXT "v=spf1 -all"' },
  ],
});
