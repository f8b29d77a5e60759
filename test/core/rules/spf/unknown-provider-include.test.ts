import rule from "../../../../server/src/core/rules/spf/unknown-provider-include.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ TXT "v=spf1 mx  a  -all"',
    '@ TXT "v=spf1 ra=postmaster rp=100 rr=all -all"',
    '@ TXT "v=spf1 exists:%{i}._spf.example.com a:foo:bar/baz.example.com -all"',
    '@ TXT "V=sPf1 MX -ALL"',
    '@ TXT ( "v=spf1 include:_spf.exam"\n "ple.com -all" )',
    '@ TXT "v=spf1 include:_spf.google.com include:spf.protection.outlook.com ~all"',
    '@ TXT "v=spf1 include:x.spf.outlook.com a:smtp.gmail.com -all"',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 include:_spf.google.com include:«_spf.outlook.com» ~all"',
      message:
        "`_spf.outlook.com` has no SPF record, so the include fails. Microsoft 365 wants `spf.protection.outlook.com`.",
      fixed: '@ TXT "v=spf1 include:_spf.google.com include:spf.protection.outlook.com ~all"',
    },
    { text: '@ TXT "v=spf1 INCLUDE:«SMTP.Gmail.com.» -all"', fixed: '@ TXT "v=spf1 INCLUDE:_spf.google.com -all"' },
    { text: '@ TXT "v=spf1 redirect=«spf.google.com»"', fixed: '@ TXT "v=spf1 redirect=_spf.google.com"' },
    {
      text: '@ TXT ( "v=spf1 include:«smtp."\n "qq.com» -all" )',
      fixed: '@ TXT ( "v=spf1 include:spf.mail.qq.com -all" )',
    },
    {
      text: '@ TXT "v=spf1 include:«smtp.office365.com» include:«smtp.163.com» -all"',
      fixed: '@ TXT "v=spf1 include:spf.protection.outlook.com include:smtp.163.com -all"',
    },
  ],
});
