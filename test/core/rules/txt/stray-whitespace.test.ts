import rule from "../../../../server/src/core/rules/txt/stray-whitespace.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    // `txt/smart-quotes` says it.
    '@ TXT "\ufeffv=spf1 -all"',
    '@ TXT "\u00a0v=spf1 -all"',
    '@ TXT "v=spf1 mx  a  -all"',
    '_dmarc TXT "v=DMARC1\\; p=none\\;"',
    's._domainkey TXT "v=DKIM1; p=MIG AA =="',
    's._domainkey TXT "v=DKIM1; k=rsa; p="',
    '*._report._dmarc TXT "v=DMARC1;"',
    '@ TXT ( "v=spf1 include:_spf.exam"\n "ple.com -all" )',
    '@ TXT "v=spf1 mx -all" ; v=spf1; p=none',
    '@ TXT " hello\tworld "',
    's._domainkey TXT " v=DKIM1; p=MIG"',
    '_dmarc TXT "v=DMARC1;\tp=none"',
    '_dmarc TXT "v=DMARC1; p=reject ;sp=reject ;"',
  ],
  reported: [
    { text: '@ TXT "« »" "v=spf1 mx -all"', fixed: '@ TXT "v=spf1 mx -all"' },
    {
      text: '@ TXT "« »v=spf1 mx -all"',
      message: "A blank before the version hides the record from receivers. Remove it.",
      fixed: '@ TXT "v=spf1 mx -all"',
    },
    {
      text: '@ TXT "v=spf1 mx«\t»-all"',
      message: "Receivers take only spaces between terms, so this tab or line end breaks the record. Write a space.",
      fixed: '@ TXT "v=spf1 mx -all"',
    },
    {
      text: '@ TXT "v=spf1 -all« »"',
      message: "The blanks at the end have no effect. Remove them.",
      fixed: '@ TXT "v=spf1 -all"',
      severity: "hint",
    },
    { text: '@ TXT "V=SPF1 -ALL«\\009»"', fixed: '@ TXT "V=SPF1 -ALL"' },
    { text: '_dmarc TXT ( "«\\032"\n " »v=DMARC1; p=none" )', fixed: '_dmarc TXT ( "v=DMARC1; p=none" )' },
    { text: '@ TXT "v=spf1 mx« \\010»-all"', fixed: '@ TXT "v=spf1 mx -all"' },
    { text: '@ TXT "v=spf1«\t»mx«\t»-all"', fixed: '@ TXT "v=spf1 mx\t-all"' },
    { text: '_mta-sts TXT "« »v=STSv1; id=1"', fixed: '_mta-sts TXT "v=STSv1; id=1"' },
  ],
});
