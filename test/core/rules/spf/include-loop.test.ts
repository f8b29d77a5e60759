import rule from "../../../../server/src/core/rules/spf/include-loop.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    // `spf/missing-value` says it.
    '@ TXT "v=spf1 include -all"',
    '@ TXT "v=spf1 include: example.net -all"',
    '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 include:x.example.com -all"\nx TXT "v=spf1 -all"',
    '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 -all include:example.com"',
    '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 include:x.example.com -all"\nx TXT "v=spf1 ip4:192.0.2.1 -all"\ny TXT "v=spf1 include:x.example.com -all"',
  ],
  reported: [
    {
      text: 'example.com. TXT "v=spf1 «include:example.com» -all"',
      message:
        "`include:example.com` includes the record itself, so receivers reject it. Remove it or name another domain.",
    },
    { text: 'example.com. TXT "v=spf1 «REDIRECT=%{d}.»"' },
    { text: 'example.com. TXT ( "v=spf1 «include:exam"\n "ple.com» -all" )' },
    {
      text: '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 «include:x.example.com» -all"\nx TXT "v=spf1 «redirect=example.com»"',
      message:
        "`include:x.example.com` leads back to this record, so receivers reject it. Cut the loop at `x.example.com`.",
    },
    {
      text: '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 include:x.example.com -all"\nx TXT "v=spf1 «include:x.example.com» -all"',
    },
  ],
});
