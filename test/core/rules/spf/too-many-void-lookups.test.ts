import rule from "../../../../server/src/core/rules/spf/too-many-void-lookups.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 a:a.example.com a:b.example.com -all"',
    '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 a:a.example.net a:b.example.net a:c.example.net -all"',
    '@ TXT "v=spf1 a:a.example.com a:b.example.com a:c.example.com -all"',
    '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 a:a.example.com a:b.example.com -all a:c.example.com"',
    '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 a a:a.example.com a:b.example.com -all"\n@ ALIAS x.example.net.',
    '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 a:a.example.com a:b.example.com a:c.example.com -all"\n* A 192.0.2.1',
  ],
  reported: [
    {
      text: '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 a:a.example.com mx «exists:c.example.com» -all"',
      message:
        "3 terms find nothing in this zone, and receivers reject the record after 2. Remove `exists:c.example.com`.",
    },
    {
      text: '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT ( "v=spf1 A:A.example.com a:%{d}" " «M"\n "X:c.Example.com» -all" )',
    },
    {
      text: '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 mx «include:x.example.com» -all"\nx TXT "v=spf1 a:a.example.com a:b.example.com -all"',
    },
    {
      text: '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\na TXT "v=spf1 a mx «a:b.example.com» -all"\nb TXT "v=spf1 a mx «exists:%{d}» -all"',
    },
  ],
});
