import rule from "../../../../server/src/core/rules/dmarc/syntax.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    // `txt/smart-quotes` says it.
    '_dmarc TXT "v=DMARC1； p=none； rua=mailto:a@example.com"',
    '_dmarc TXT "v=DMARC1;"',
    '_dmarc TXT "v=DMARC1; p=reject ;sp=reject ;"',
    '_dmarc TXT "v=DMARC1\\; p=none"',
    '_dmarc TXT ( "v=DMARC1; p=none; " ; first\n "rua=mailto:a@example.com, mailto:b@example.com" )',
    '_dmarc TXT "a token, no list"',
    '*._report._dmarc TXT "v=DMARC1;"',
  ],
  reported: [
    {
      text: '_dmarc TXT "v=DMARC1; «reject»; rua=mailto:d@example.com"',
      fixed: '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@example.com"',
    },
    { text: '_dmarc TXT "v=DMARC1«,»p=none"', fixed: '_dmarc TXT "v=DMARC1; p=none"' },
    {
      text: '_dmarc TXT "v=DMARC1; p=none«,» sp=none"',
      message: "A `;` is missing before this tag, so receivers read it as part of the value. Write the `;`.",
      fixed: '_dmarc TXT "v=DMARC1; p=none; sp=none"',
    },
    {
      text: '_dmarc TXT "v=DMARC1; p=none; «fo:0»"',
      message: "`fo:0` is no `tag=value`, so receivers drop it. Write the tag, `=` and its value.",
      fixed: '_dmarc TXT "v=DMARC1; p=none; fo=0"',
    },
    {
      text: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com; «mailto:b@example.com»"',
      message: "A semicolon ends the tag, so receivers drop `mailto:b@example.com`. Write a comma between addresses.",
      fixed: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com,mailto:b@example.com"',
    },
    { text: '_dmarc TXT "v=DMARC1« »p=none"', fixed: '_dmarc TXT "v=DMARC1; p=none"' },
    { text: '_dmarc TXT ( "v=DMARC1; p=none;"\n "«;» sp=none" )' },
    {
      text: '_dmarc TXT "v=DMARC1; «P:Reject»; «what is this»"',
      fixed: '_dmarc TXT "v=DMARC1; p=Reject; what is this"',
    },
    { text: '_dmarc TXT "v=DMARC1; p=none; «r\\045a»=x"' },
  ],
});
