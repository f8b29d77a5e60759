import rule from "../../../../server/src/core/rules/spf/unknown-mechanism.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT "v=spf1 include:_spf.exam" "ple.com -all"',
    '@ TXT "v=spf1 unknown=x -all"',
    '@ TXT "v=dmarc1 foo"',
    '@ TXT "v=spf1 mx" "-all"',
    '@ TXT "v=spf1 -all" Array',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 «ipv4»:192.0.2.1 -all"',
      message: "`ipv4` is no SPF mechanism, so receivers reject the whole record. Write `ip4`.",
      fixed: '@ TXT "v=spf1 ip4:192.0.2.1 -all"',
    },
    { text: '@ TXT "v=spf1 ~«Includes»:a.example -all"', fixed: '@ TXT "v=spf1 ~include:a.example -all"' },
    { text: '@ TXT "v=spf1 «ip»:2001:db8::1 -all"', fixed: '@ TXT "v=spf1 ip6:2001:db8::1 -all"' },
    {
      text: '@ TXT "v=spf1 mx -all «foo»"',
      message: "`foo` is no SPF mechanism, so receivers reject the whole record. Correct the name or remove the term.",
      fixed: '@ TXT "v=spf1 mx -all"',
    },
    {
      text: '@ TXT "v=spf1 redirect«:»a.example"',
      message: "`redirect` takes an equals sign; with a colon receivers reject the whole record. Write `redirect=`.",
      fixed: '@ TXT "v=spf1 redirect=a.example"',
    },
    { text: '@ TXT "v=spf1 «a.example» -all"', fixed: '@ TXT "v=spf1 include:a.example -all"' },
    { text: '@ TXT "v=spf1 mx -«al»"', fixed: '@ TXT "v=spf1 mx -all"' },
    { text: '@ TXT "v=spf1 -«all.»"', fixed: '@ TXT "v=spf1 -all"' },
    { text: '@ TXT ( "v=spf1 «ipv" "4»:192.0.2.1 -all" )', fixed: '@ TXT ( "v=spf1 ip4:192.0.2.1 -all" )' },
    { text: '@ TXT "v=spf1 «i\\112v4»:192.0.2.1"', fixed: '@ TXT "v=spf1 ip4:192.0.2.1"' },
    { text: '@ TXT "v=spf1 «alll» «mxx» -all"', fixed: '@ TXT "v=spf1 all mxx -all"' },
  ],
});
