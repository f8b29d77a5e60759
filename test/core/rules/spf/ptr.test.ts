import rule from "../../../../server/src/core/rules/spf/ptr.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT ( "v=spf1 include:_spf.exam"\n "ple.com -all" )',
    '@ TXT "v=spf1 a:ptr.example.com exists:%{p}.example.com -all"',
    "@ PTR ptr.example.com.",
  ],
  reported: [
    { text: '@ TXT "v=spf1" " «pt" "r:example.com»" " -all"', fixed: '@ TXT "v=spf1" " -all"' },
    {
      text: '@ TXT "v=spf1 «ptr» -all"',
      message: "Many receivers skip `ptr`, so its hosts fail. List them with `a`, `mx`, `ip4` or `ip6` instead.",
      fixed: '@ TXT "v=spf1 -all"',
    },
    { text: '@ TXT "v=spf1 mx «?PTR:example.com» -all"', fixed: '@ TXT "v=spf1 mx -all"' },
    { text: '@ TXT ( "v=spf1" " «p"\n "tr» -all" )', fixed: '@ TXT ( "v=spf1" " -all" )' },
    { text: '@ TXT "v=spf1 «\\112tr»"', fixed: '@ TXT "v=spf1"' },
    { text: '@ TXT "v=spf1 «ptr» «ptr:a.example» -all"', fixed: '@ TXT "v=spf1 ptr:a.example -all"' },
  ],
});
