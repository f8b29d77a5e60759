import rule from "../../../../server/src/core/rules/spf/include-without-spf.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 include:x.example.com -all"\nx TXT "v=spf1 -all"',
    '@ TXT "v=spf1 include:x.example.com -all"',
    '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 include:x.example.net -all"',
    '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 include:%{o}.example.com -all"',
    '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 include:x.example.com -all"\nx CNAME spf.example.net.',
    '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 include:x.sub.example.com -all"\nsub NS ns.example.net.',
    '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 -all redirect=x.example.com"',
  ],
  reported: [
    {
      text: '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 include:«_spf.example.com» -all"',
      message:
        "The zone has no SPF record at `_spf.example.com`, so receivers reject this one. Publish it, or remove the term.",
    },
    {
      text: '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 REDIRECT=«X.Example.com»"\nx TXT "v=spf2"',
    },
    {
      text: '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT ( "v=spf1 include:«x.exam"\n "ple.com» -all" )\nx A 192.0.2.1',
    },
    {
      text: '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 include:«a.%{d}» include:«b.example.com» -all"',
    },
  ],
});
