import rule from "../../../../server/src/core/rules/spf/redundant-network.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT ( "v=spf1 include:_spf.exam"\n "ple.com -all" )',
    '@ TXT "v=spf1 ip4:192.0.2.1 ip4:192.0.2.0/24 -all"',
    '@ TXT "v=spf1 ip4:192.0.2.0/24 ?a ip4:192.0.2.1 -all"',
    '@ TXT "v=spf1 ip4:192.0.2.0/24 ip4:192.0.2.0/24 -all"',
    '@ TXT "v=spf1 ip6:::/0 ip4:192.0.2.1 -all"',
    '@ TXT "v=spf1 -all ip4:192.0.2.0/24 ip4:192.0.2.1"',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 ip4:192.0.2.0/24 «ip4:192.0.2.1» -all"',
      message: "`ip4:192.0.2.0/24` already covers `ip4:192.0.2.1`, so it has no effect. Remove it.",
      fixed: '@ TXT "v=spf1 ip4:192.0.2.0/24 -all"',
    },
    {
      text: '@ TXT "v=spf1 IP6:2001:db8::/32 a «ip6:2001:DB8:1::/48» -all"',
      fixed: '@ TXT "v=spf1 IP6:2001:db8::/32 a -all"',
    },
    {
      text: '@ TXT ( "v=spf1 ip4:192.0.2.0/24" " «ip4:192."\n "0.2.9» -all" )',
      fixed: '@ TXT ( "v=spf1 ip4:192.0.2.0/24" " -all" )',
    },
    {
      text: '@ TXT "v=spf1 ip4:192.0.2.0/24 «ip4:192.0.2.1» «ip4:192.0.2.128/25» -all"',
      fixed: '@ TXT "v=spf1 ip4:192.0.2.0/24 ip4:192.0.2.128/25 -all"',
    },
  ],
});
