import rule from "../../../../server/src/core/rules/txt/smart-quotes.ts";
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
    '@ TXT "it’s fine"',
    '@ SPF "v=spf1 –all"',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 mx «–»all"',
      message: "A dash (U+2013) stands where receivers want a hyphen. Write `-`.",
      fixed: '@ TXT "v=spf1 mx -all"',
    },
    { text: "@ TXT «“»v=spf1 mx -all«”»", fixed: '@ TXT "v=spf1 mx -all"' },
    {
      text: '@ TXT "v=spf1« »mx -all"',
      message: "A special blank (U+00A0) separates nothing for receivers. Write a plain space.",
      fixed: '@ TXT "v=spf1 mx -all"',
    },
    {
      text: '@ TXT "«﻿»v=spf1 -all"',
      message: "An invisible character (U+FEFF) breaks the word it stands in. Remove it.",
      fixed: '@ TXT "v=spf1 -all"',
    },
    { text: '_dmarc TXT "v=DMARC1; p=«’»none"', fixed: '_dmarc TXT "v=DMARC1; p=none"' },
    {
      text: '_dmarc TXT "v=DMARC1«；» p=none"',
      message: "A full-width character (U+FF1B) means nothing to receivers. Write `;`.",
      fixed: '_dmarc TXT "v=DMARC1; p=none"',
    },
    { text: '@ TXT ( "v=spf1 mx"\n " «—»ALL" )', fixed: '@ TXT ( "v=spf1 mx"\n " -ALL" )' },
    { text: '@ TXT "v=spf1 «\\226\\128\\147»all"', fixed: '@ TXT "v=spf1 -all"' },
    { text: '@ TXT "v=spf1« »mx«　»-all"', fixed: '@ TXT "v=spf1 mx　-all"' },
  ],
});
