import rule from "../../../../server/src/core/rules/txt/missing-space-at-seam.ts";
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
    '@ TXT "v=spf1 mx " "-all"',
    '@ TXT "v=spf1 mx" " -all"',
    '@ TXT "v=spf1 ip4:192.0.2.1" "0 -all"',
    '@ TXT "v=spf1 +a" "ll"',
    '@ TXT "v=spf1 ~" "all"',
    '@ TXT "v=spf1 include:a.c" "a -all"',
    '@ TXT "v=sp" "f1 -all"',
    "@ TXT v=spf1 mx",
    '@ TXT "v=spf1 -all" Array',
    '@ TXT "v=spf1 ip4:192.0.2.1                                                                                                                                                                                              include:a.example" "mx.example -all"',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 mx«" "»-all"',
      message: "The strings join to `mx-all`, which is no term to receivers. Write a space before the closing quote.",
      fixed: '@ TXT "v=spf1 mx " "-all"',
    },
    { text: '@ TXT "V=SPF1«" "»MX -all"', fixed: '@ TXT "V=SPF1 " "MX -all"' },
    {
      text: '@ TXT ( "v=spf1 include:a.example«"\n  "»include:b.example -all" )',
      fixed: '@ TXT ( "v=spf1 include:a.example "\n  "include:b.example -all" )',
    },
    { text: '@ TXT "v=spf1 m\\120«" "»\\045all"', fixed: '@ TXT "v=spf1 m\\120 " "\\045all"' },
    {
      text: '@ TXT "v=spf1 include:spf.example.com«" "»mx«" "»-all"',
      fixed: '@ TXT "v=spf1 include:spf.example.com " "mx" "-all"',
    },
  ],
});
