import rule from "../../../../server/src/core/rules/spf/invalid-prefix-length.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT "v=spf1 include:_spf.exam" "ple.com -all"',
    '@ TXT "v=spf1 a/0 a//128 mx/32//0 ip4:192.0.2.0/0 ip6:::/128 -all"',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 ip4:192.0.2.0«/33» -all"',
      message: "`/33` is more than an IPv4 address has bits; receivers reject the record. Write at most `/32`.",
    },
    { text: '@ TXT "v=spf1 IP6:2001:db8::«/129» -all"' },
    { text: '@ TXT "v=spf1 ip4:192.0.2.0«/024» -all"' },
    { text: '@ TXT "v=spf1 a/24«/64» -all"' },
    { text: '@ TXT "v=spf1 ip4:192.0.2.0«/255.255.255.0» -all"' },
    { text: '@ TXT ( "v=spf1 mx«/" "33» -all" )' },
    { text: '@ TXT "v=spf1 a«//129» ip4:192.0.2.1«//32» -all"' },
  ],
});
