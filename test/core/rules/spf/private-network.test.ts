import rule from "../../../../server/src/core/rules/spf/private-network.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT ( "v=spf1 include:_spf.exam"\n "ple.com -all" )',
    '@ TXT "v=spf1 ip4:8.8.8.8 ip4:172.32.0.1 ip6:2a00::1 ip4:0.0.0.0/0 -all"',
    '$ORIGIN home.lan.\n@ SOA ns1 h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 ip4:192.168.178.0/24 -all"',
    '$ORIGIN firma.de.\n@ SOA ns1 h 1 7200 3600 1209600 3600\n@ NS ns1\nns1 A 10.0.0.53\n@ TXT "v=spf1 ip4:10.0.0.25 -all"',
    '$ORIGIN example.org.\n@ SOA ns1 h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 -all"',
    '$ORIGIN firma.de.\n@ SOA ns1 h 1 7200 3600 1209600 3600\n@ MX 0 mx.example.net.\n@ NS ns1\nns1 A 203.0.113.2\n@ TXT "v=spf1 ip4:203.0.113.9 -all"',
    '$ORIGIN firma.de.\n@ SOA ns1 h 1 7200 3600 1209600 3600\nwww A 203.0.113.2\n@ TXT "v=spf1 ip4:203.0.113.9 -all"',
    '$ORIGIN firma.de.\n@ SOA ns1 h 1 7200 3600 1209600 3600\n@ A 203.0.113.9\n@ TXT "v=spf1 ip4:203.0.113.8/29 -all"',
    '$ORIGIN firma.de.\n@ SOA ns1 h 1 7200 3600 1209600 3600\n@ MX 10 mx\nmx AAAA 2001:db8::25\nnews TXT "v=spf1 ip4:192.0.2.1 -all"',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 ip4:«192.168.1.10» -all"',
      message: "`192.168.1.10` is a private address, which no receiver sees. Write the public address of the host.",
    },
    { text: '@ TXT "v=spf1 IP6:«FE80::1» -all"' },
    { text: '@ TXT "v=spf1 ip4:«127.0.0.1/8» -all"' },
    {
      text: '@ TXT "v=spf1 ip4:«100.64.0.0/16» -all"',
      message:
        "`100.64.0.0/16` is a carrier's shared address, which no receiver sees. Write the public address of the host.",
    },
    { text: '@ TXT ( "v=spf1 ip4:«192.0."\n "2.9» -all" )' },
    {
      text: '$ORIGIN firma.de.\n@ SOA ns1 h 1 7200 3600 1209600 3600\n@ MX 10 mx\nmx A 8.8.8.8\n@ TXT "v=spf1 ip4:«192.0.2.1» mx -all"',
    },
    {
      text: '$ORIGIN example.com.\n@ SOA ns1 h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 ip4:192.0.2.1 ip4:«10.0.0.1» -all"',
    },
    { text: '@ TXT "v=spf1 ip6:«fd00::/8» ip6:«2001:db8::1» -all"' },
  ],
});
