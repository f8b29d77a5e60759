import rule from "../../../../server/src/core/rules/spf/invalid-ip4.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT "v=spf1 include:_spf.exam" "ple.com -all"',
    '@ TXT "v=spf1 ip4:0.0.0.0/0 ip4:255.255.255.255 -all"',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 «ip4»:2001:db8::/32 -all"',
      message: "`ip4` holds an IPv6 address, so receivers reject the whole record. Write `ip6`.",
      fixed: '@ TXT "v=spf1 ip6:2001:db8::/32 -all"',
    },
    {
      text: '@ TXT "v=spf1 ip4:«192.0.2» -all"',
      message: "`192.0.2` is no IPv4 address, so receivers reject the whole record. Write four numbers from 0 to 255.",
    },
    { text: '@ TXT "v=spf1 IP4:«192.0.2.01»/24 -all"' },
    {
      text: '@ TXT "v=spf1 ip4:«mail.example.com» -all"',
      message: "`ip4` takes an address, no name, so receivers reject the record. Write `a:mail.example.com`.",
    },
    { text: '@ TXT ( "v=spf1 ip4:«192.0" ".2.256» -all" )' },
    { text: '@ TXT "v=spf1 ip4:«192.0.2.1:25» ip4:«1.2.3.4.5» -all"' },
  ],
});
