import rule from "../../../../server/src/core/rules/spf/missing-value.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT "v=spf1 include:_spf.exam" "ple.com -all"',
    '@ TXT "v=spf1 a mx ptr -all"',
    '@ TXT "v=spf1 include: a.example -all"',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 «include:» -all"',
      message: "`include:` needs a domain, or receivers reject the whole record: `include:_spf.example.com`.",
    },
    {
      text: '@ TXT "v=spf1 -all «IP6»"',
      message: "`IP6` needs an address, or receivers reject the whole record: `ip6:2001:db8::/32`.",
    },
    {
      text: '@ TXT "v=spf1 mx «redirect=»"',
      message: "`redirect=` needs a domain, or receivers reject the whole record: `redirect=_spf.example.com`.",
    },
    { text: '@ TXT ( "v=spf1 «exi"\n "sts:» -all" )' },
    { text: '@ TXT "v=spf1 «ip4» «exp=» -all"' },
  ],
});
