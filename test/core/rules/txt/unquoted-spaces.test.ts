import rule from "../../../../server/src/core/rules/txt/unquoted-spaces.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ TXT "v=spf1 mx  a  -all"',
    '_dmarc TXT "v=DMARC1\\; p=none\\;"',
    's._domainkey TXT "v=DKIM1; p=MIG AA =="',
    's._domainkey TXT "v=DKIM1; k=rsa; p="',
    '*._report._dmarc TXT "v=DMARC1;"',
    '@ TXT ( "v=spf1 include:_spf.exam"\n "ple.com -all" )',
    '@ TXT "v=spf1 mx -all" ; v=spf1; p=none',
    "@ TXT hello world",
    "@ TXT v=spf1",
    '@ TXT "v=spf1 -all" Array',
    "@ TXT “v=spf1 -all”",
  ],
  reported: [
    {
      text: `@ TXT «v=spf1 ${"ip4:9.9.9.123 ".repeat(20)}-all»`,
      fixed: `@ TXT "v=spf1 ${"ip4:9.9.9.123 ".repeat(17)}" "${"ip4:9.9.9.123 ".repeat(3)}-all"`,
    },
    {
      text: "@ TXT «v=spf1 mx -all»",
      message: "Without quotes the words are joined: receivers read `v=spf1mx-all`. Quote the whole value.",
      fixed: '@ TXT "v=spf1 mx -all"',
    },
    { text: "@ txt «V=SPF1 -ALL» ; x", fixed: '@ txt "V=SPF1 -ALL" ; x' },
    { text: "@ TXT ( «v=spf1\n  mx -all» )", fixed: '@ TXT ( "v=spf1 mx -all" )' },
    { text: "_dmarc TXT «v=DMARC1\\; p=none»", fixed: '_dmarc TXT "v=DMARC1\\; p=none"' },
    {
      text: "a TXT «v=spf1 a -all»\nb TXT «v=spf1 \\109x -all»",
      fixed: 'a TXT "v=spf1 a -all"\nb TXT v=spf1 \\109x -all',
    },
  ],
});
