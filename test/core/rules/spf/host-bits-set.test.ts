import rule from "../../../../server/src/core/rules/spf/host-bits-set.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    // `spf/broad-network` says it.
    '@ TXT "v=spf1 ip4:192.0.2.1/0 ip6:::1/0"',
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT ( "v=spf1 include:_spf.exam"\n "ple.com -all" )',
    '@ TXT "v=spf1 ip4:192.0.2.0/24 ip4:192.0.2.1 ip6:2001:db8::/32 a/24 ip4:192.0.2.1/32 -all"',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 ip4:«192.0.2.17»/24 -all"',
      message: "`192.0.2.17` has bits beyond `/24`; receivers read the network `192.0.2.0/24`. Write that.",
      fixed: '@ TXT "v=spf1 ip4:192.0.2.0/24 -all"',
    },
    { text: '@ TXT "v=spf1 -IP6:«2001:DB8::1»/32 -all"', fixed: '@ TXT "v=spf1 -IP6:2001:db8::/32 -all"' },
    { text: '@ TXT ( "v=spf1 ip4:«192.0."\n "2.9»/31 -all" )', fixed: '@ TXT ( "v=spf1 ip4:192.0.2.8/31 -all" )' },
    { text: '@ TXT "v=spf1 ip4:«192.0.2\\0461»/24"', fixed: '@ TXT "v=spf1 ip4:192.0.2.0/24"' },
  ],
});
