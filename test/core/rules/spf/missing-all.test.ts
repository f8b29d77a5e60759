import rule from "../../../../server/src/core/rules/spf/missing-all.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    // Somebody is typing.
    '@ TXT "v=spf1 mx inc"',
    '@ TXT "v=spf1 mx ip4:192.0"',
    '@ TXT "v=spf1 mx include:"',
    '@ TXT "v=spf1 mx" -all',
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT ( "v=spf1 include:_spf.exam"\n "ple.com -all" )',
    '@ TXT "v=spf1 mx redirect=a.example"',
    '@ TXT "v=spf1 mx all."',
    '@ TXT "v=spf1 mx ?all"',
    '@ TXT "v=spf1 mx,-all"',
    '@ TXT "v=spf1 mx -al"',
    '@ TXT "v=spf1 redirct=a.example"',
    '@ TXT "v=spf1; mx"',
    "@ TXT v=spf1 mx",
    '_spf TXT "v=spf1 mx"',
    '@ TXT "v=spf1 include:hosts.example.com -all"\nhosts TXT "v=spf1 mx"',
    '@ SPF "v=spf1 mx"',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 «mx»"',
      message: "The record ends without `all`, so any host may send unpunished. End it with `~all` or `-all`.",
      fixed: '@ TXT "v=spf1 mx ~all"',
    },
    { text: '@ TXT "«v=spf1»"', fixed: '@ TXT "v=spf1 -all"' },
    { text: "@ TXT «v=spf1»", fixed: '@ TXT "v=spf1 -all"' },
    {
      text: `@ TXT "v=spf1 ${"mx ".repeat(81)}«mx»"`,
      fixed: `@ TXT "v=spf1 ${"mx ".repeat(81)}mx" " ~all"`,
    },
    { text: '@ TXT "v=spf1 MX «exp=a.example»"', fixed: '@ TXT "v=spf1 MX exp=a.example ~all"' },
    { text: '@ TXT ( "v=spf1 a" " «m"\n "x»" )', fixed: '@ TXT ( "v=spf1 a" " m"\n "x ~all" )' },
    { text: '@ TXT "v=spf1 «m\\120»"', fixed: '@ TXT "v=spf1 m\\120 ~all"' },
    { text: 'a TXT "v=spf1 «mx»"\nb TXT "v=spf1 «a»"', fixed: 'a TXT "v=spf1 mx ~all"\nb TXT "v=spf1 a"' },
  ],
});
