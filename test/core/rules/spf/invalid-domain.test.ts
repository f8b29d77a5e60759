import rule from "../../../../server/src/core/rules/spf/invalid-domain.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    // `txt/smart-quotes` says it.
    '@ TXT "v=spf1 include:_spf.\u200bexample.net -all"',
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT "v=spf1 include:_spf.exam" "ple.com -all"',
    '@ TXT "v=spf1 a:foo.example.xn--zckzah redirect=%{d}.d.spf.example.com."',
    '@ TXT "v=spf1 exists:%{l1r-}.%{d2} -all"',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 «?a:192.0.2.9/24» -all"',
      fixed: '@ TXT "v=spf1 ?ip4:192.0.2.9/24 -all"',
    },
    { text: '@ TXT ( "v=spf1 «mx:2001:"\n"db8::1//64» -all" )', fixed: '@ TXT ( "v=spf1 ip6:2001:db8::1/64 -all" )' },
    { text: '@ TXT "v=spf1 include:«192.0.2.9» -all"', fixed: '@ TXT "v=spf1 ip4:192.0.2.9 -all"' },
    {
      text: '@ TXT "v=spf1 include:«https://spf.example.net» -all"',
      message:
        "`https://spf.example.net` is a URL, no domain, so receivers find nothing there. Write the host name alone.",
    },
    { text: '@ TXT "v=spf1 «a:192.0.2.1» -all"' },
    { text: '@ TXT "v=spf1 MX:«museum» -all"' },
    {
      text: '@ TXT "v=spf1 a:«user@example.com» -all"',
      message:
        "`user@example.com` is a mail address, so receivers find nothing there. Write the domain: `example.com`.",
    },
    { text: '@ TXT "v=spf1 a:«example.com:25» -all"' },
    { text: '@ TXT ( "v=spf1 a:«example" ".-com» -all" )' },
    { text: '@ TXT "v=spf1 a:«mail..example.com» redirect=«-all»"' },
  ],
});
