import rule from "../../../../server/src/core/rules/spf/broad-network.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT ( "v=spf1 include:_spf.exam"\n "ple.com -all" )',
    '@ TXT "v=spf1 ip4:10.1.0.0/16 ip6:2001:db8::/32 -ip4:0.0.0.0/0 -all"',
    '$ORIGIN corp.internal.\n@ SOA ns1 h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 ip4:10.0.0.0/8 ip6:fc00::/7 -all"',
    // `spf/private-network` says it.
    '@ TXT "v=spf1 ip4:10.0.0.0/8 -all"',
    '@ TXT "v=spf1 ip4:40.92.0.0/15 ip4:52.100.0.0/14 -all"',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 «ip4:11.0.0.0/8» -all"',
      message: "`ip4:11.0.0.0/8` lets 16777216 addresses send as this domain. List the networks of your own hosts.",
    },
    {
      text: '$ORIGIN corp.internal.\n@ SOA ns1 h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 «ip4:8.0.0.0/8» -all"',
    },
    { text: '@ TXT "v=spf1 «+IP6:2000::/3» -all"' },
    { text: '@ TXT ( "v=spf1 «ip4:0.0.0."\n "0/0» -all" )' },
    { text: '@ TXT "v=spf1 «ip4:0.0.0.0/1» «ip4:128.0.0.0/1» -all"' },
  ],
});
