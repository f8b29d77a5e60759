import rule from "../../../../server/src/core/rules/spf/multiple-records.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '@ TXT "v=spf1 -all"\nb TXT "v=spf1 -all"',
    '@ TXT "v=spf1 -all"\n@ TXT "v=spf10"\n@ TXT "google-site-verification=x"',
    '@ TXT "v=spf1 -all"\n@ SPF "v=spf1 -all"',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 mx -all"\n@ TXT «"v=spf1 include:a.example ~all"»\n',
      message: "2 SPF records at example.com: receivers treat that as an error. Merge them into one.",
      fixed: '@ TXT "v=spf1 mx include:a.example ~all"\n',
    },
    {
      text: '@ TXT ( "v=spf1 " "mx\\032-all" )\n  TXT ( «"V=SPF1 MX"\n " exp=x.example -all"» )\n  A 192.0.2.1\n',
      fixed: '@ TXT ( "v=spf1 mx -all exp=x.example" )\n  A 192.0.2.1\n',
    },
    {
      text: 'a A 192.0.2.1\n@ TXT "v=spf1 mx -all"\nb A 192.0.2.1\n@ TXT «"v=spf1 a -all"»\n  A 192.0.2.1\n',
      fixed: 'a A 192.0.2.1\n@ TXT "v=spf1 mx a -all"\nb A 192.0.2.1\n@  A 192.0.2.1\n',
    },
    {
      text: '@ TXT "v=spf1 mx -all"\n@ TXT «"v=spf1 redirect=a.example"»\n@ TXT «"v=spf1"»\n',
      fixed: '@ TXT "v=spf1 mx -all"\n',
    },
    { text: '@ TXT v=spf1\n@ TXT «"v=spf1 mx"»', fixed: '@ TXT "v=spf1 mx"\n' },
    { text: '@ TXT "v=spf1 foo -all"\n@ TXT «"v=spf1 mx -all"»' },
  ],
});
