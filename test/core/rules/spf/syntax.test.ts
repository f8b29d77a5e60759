import rule from "../../../../server/src/core/rules/spf/syntax.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    // `txt/smart-quotes` says it.
    String.raw`@ TXT "v=spf1 mx\194\160-all"`,
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT "v=spf1 include:_spf.exam" "ple.com -all"',
    '@ TXT "v=spf1 mx -all "',
    '@ TXT "v=spf1 mx" "-all"',
    '@ TXT "v=spf1 mx\t-all"',
    '@ TXT "v=spf1 mx –all"',
    '@ TXT "\\"v=spf1 -all\\""',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 «mx,» -all"',
      message: "`mx,` is one word to receivers, so they reject the record. Put spaces between terms: `mx`.",
      fixed: '@ TXT "v=spf1 mx -all"',
    },
    {
      text: '@ TXT "v=spf1 «ip4:192.0.2.1~all»"',
      message: "`ip4:192.0.2.1~all` lacks a space, so receivers reject the record. Write `ip4:192.0.2.1 ~all`.",
      fixed: '@ TXT "v=spf1 ip4:192.0.2.1 ~all"',
    },
    { text: '@ TXT "v=spf1 -all «a,mx»"', fixed: '@ TXT "v=spf1 -all a mx"' },
    { text: '@ TXT "v=spf1 «mx\\;-all»"', fixed: '@ TXT "v=spf1 mx -all"' },
    { text: '@ TXT "v=spf1 mx«:» -all"', fixed: '@ TXT "v=spf1 mx -all"' },
    { text: '@ TXT "v=spf1 «-»redirect=a.example"', fixed: '@ TXT "v=spf1 redirect=a.example"' },
    { text: '@ TXT "v=spf1 «192.0.2.1» -all"', fixed: '@ TXT "v=spf1 ip4:192.0.2.1 -all"' },
    { text: '@ TXT "v=spf1 -INCLUDE«=»a.example -all"', fixed: '@ TXT "v=spf1 -INCLUDE:a.example -all"' },
    { text: '@ TXT "v=spf1 «- all»"', fixed: '@ TXT "v=spf1 -all"' },
    { text: '@ TXT "v=spf1 a:ex«ä»mple.com -all"', fixed: '@ TXT "v=spf1 -all"' },
    { text: '@ TXT "v=spf1 mx «=all» «--all»"', fixed: '@ TXT "v=spf1 mx --all"' },
    { text: '@ TXT ( "v=spf1 «a,m" "x» -all" )', fixed: '@ TXT ( "v=spf1 a mx -all" )' },
    { text: '@ TXT "v=spf1 «include:include:a.example» -all"', fixed: '@ TXT "v=spf1 include:a.example -all"' },
    { text: '@ TXT "v=spf1 mxx«\\000» -all"', fixed: '@ TXT "v=spf1 -all"' },
  ],
});
