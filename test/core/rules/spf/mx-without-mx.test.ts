import rule from "../../../../server/src/core/rules/spf/mx-without-mx.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 mx -all"\n@ MX 10 m',
    '@ TXT "v=spf1 mx -all"',
    '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 mx:example.net -all mx"',
    '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n*.x TXT "v=spf1 mx -all"',
    '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 mx -all"\n@ CNAME example.net.',
  ],
  reported: [
    {
      text: '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 «mx» -all"',
      message: "`example.com` has no MX record, so `mx` matches no host. Remove it, or publish the MX.",
    },
    {
      text: '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 mx «?MX:Mail.example.com/24» -all"\n@ MX 10 mail\nmail A 192.0.2.1',
    },
    { text: '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT ( "v=spf1 «m"\n "x» -all" )\n@ MX 0 .' },
    { text: '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 «mx» «mx:%{d}» -all"' },
  ],
});
