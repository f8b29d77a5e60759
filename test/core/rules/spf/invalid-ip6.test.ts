import rule from "../../../../server/src/core/rules/spf/invalid-ip6.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT "v=spf1 include:_spf.exam" "ple.com -all"',
    '@ TXT "v=spf1 ip6:::1 ip6:2001:DB8::/32 ip6:1:2:3:4:5:6:7:8 ip6:::ffff:192.0.2.1 -all"',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 ip6:«2001:db8:zz::»/32 -all"',
      message: "`2001:db8:zz::` is no IPv6 address, so receivers reject the record. Write eight groups, or `::` once.",
    },
    { text: '@ TXT "v=spf1 «ip6»:192.0.2.1 -all"', fixed: '@ TXT "v=spf1 ip4:192.0.2.1 -all"' },
    {
      text: '@ TXT "v=spf1 IP6:«2001:db8» -all"',
      message: "`2001:db8` is no IPv6 address, so receivers reject the record. Write eight groups, or `::` once.",
    },
    { text: '@ TXT "v=spf1 ip6:«2001::db8::1» -all"' },
    { text: '@ TXT ( "v=spf1 ip6:«2001:" "db8» -all" )' },
    { text: '@ TXT "v=spf1 ip6:«::g» ip6:«:1» -all"' },
  ],
});
