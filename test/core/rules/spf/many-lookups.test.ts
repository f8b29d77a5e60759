import rule from "../../../../server/src/core/rules/spf/many-lookups.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ TXT "v=spf1 a:a.example.net a:b.example.net a:c.example.net a:d.example.net a:e.example.net a:f.example.net a:g.example.net a:h.example.net -all"',
    '@ TXT "v=spf1 a:a.example.net a:b.example.net a:c.example.net a:d.example.net a:e.example.net a:f.example.net a:g.example.net a:h.example.net a mx ptr -all"',
    '@ TXT "v=spf1 a:a.example.net a:b.example.net a:c.example.net a:d.example.net a:e.example.net a:f.example.net a:g.example.net a:h.example.net ip4:192.0.2.1 exp=a.example -all a"',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 a:a.example.net a:b.example.net a:c.example.net a:d.example.net a:e.example.net a:f.example.net a:g.example.net a:h.example.net «mx» -all"',
      message: "The record needs 9 of the 10 DNS lookups that receivers do. Replace some terms by `ip4:` or `ip6:`.",
    },
    {
      text: '@ TXT "v=spf1 A:A.EXAMPLE.NET A:B.EXAMPLE.NET A:C.EXAMPLE.NET A:D.EXAMPLE.NET A:E.EXAMPLE.NET A:F.EXAMPLE.NET A:G.EXAMPLE.NET A:H.EXAMPLE.NET A «MX» ip4:192.0.2.1 -all"',
    },
    {
      text: '@ TXT ( "v=spf1 a:a.example.net a:b.example.net a:c.example.net a:d.example.net a:e.example.net a:f.example.net a:g.example.net a:h.example.net «m"\n "x» -all" )',
    },
    {
      text: '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 a «include:x.example.com» -all"\nx TXT "v=spf1 a:a.example.net a:b.example.net a:c.example.net a:d.example.net a:e.example.net a:f.example.net a:g.example.net a -all"',
    },
    {
      text: 'a TXT "v=spf1 a:a.example.net a:b.example.net a:c.example.net a:d.example.net a:e.example.net a:f.example.net a:g.example.net a:h.example.net «a» -all"\nb TXT "v=spf1 a:a.example.net a:b.example.net a:c.example.net a:d.example.net a:e.example.net a:f.example.net a:g.example.net a:h.example.net a «mx» -all"',
    },
  ],
});
