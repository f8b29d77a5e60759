import rule from "../../../../server/src/core/rules/txt/double-escaped.ts";
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
    '@ TXT "\\"hello\\""',
    '@ TXT "v=spf1 \\"mx\\" -all"',
  ],
  reported: [
    {
      text: '_dmarc TXT "v=DMARC1«\\\\»; p=none"',
      message: "The value holds a backslash before `;`, which receivers take for part of a tag. Write `;` alone.",
      fixed: '_dmarc TXT "v=DMARC1; p=none"',
    },
    {
      text: '@ TXT "«\\"»v=spf1 -all\\""',
      message: "The value holds quotes around the policy, so receivers do not recognise it. Remove the inner ones.",
      fixed: '@ TXT "v=spf1 -all"',
    },
    { text: 's._domainkey TXT "v=DKIM1; p=MIG«\\" \\"»AAA"', fixed: 's._domainkey TXT "v=DKIM1; p=MIGAAA"' },
    { text: 's._domainkey TXT "v=DKIM1; p=MIG«\\"\\"»AAA"', fixed: 's._domainkey TXT "v=DKIM1; p=MIGAAA"' },
    { text: '_dmarc TXT ( "V=dmarc1«\\\\»"\n "; p=none" )', fixed: '_dmarc TXT ( "V=dmarc1"\n "; p=none" )' },
    {
      text: '_dmarc TXT "v=DMARC1«\\092»; p=none«\\\\\\\\»; sp=none"',
      fixed: '_dmarc TXT "v=DMARC1; p=none\\\\\\\\; sp=none"',
    },
  ],
});
