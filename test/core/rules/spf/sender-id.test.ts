import rule from "../../../../server/src/core/rules/spf/sender-id.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT "v=spf1 include:_spf.exam" "ple.com -all"',
    '@ TXT "spf2"',
  ],
  reported: [
    {
      text: '@ TXT "«spf2.0/pra» mx -all"',
      message: "`spf2.0/pra` belongs to Sender ID, which no receiver reads any more. Publish `v=spf1` instead.",
      fixed: '@ TXT "v=spf1 mx -all"',
    },
    { text: '@ TXT "«SPF2.0/mfrom,pra» -all"', fixed: '@ TXT "v=spf1 -all"' },
    { text: '@ TXT ( "«spf2.0/" "pra» -all" )', fixed: '@ TXT ( "v=spf1 -all" )' },
    { text: '@ TXT "v=spf1 -all"\n@ TXT "«spf2.0/pra» -all"\n', fixed: '@ TXT "v=spf1 -all"\n' },
    { text: '@ TXT "«spf2.0/pra» -all"\n  TXT "v=spf1 -all"\n', fixed: '@  TXT "v=spf1 -all"\n' },
  ],
});
