import rule from "../../../../server/src/core/rules/spf/too-many-lookups.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ TXT "v=spf1 a:a.example.net a:b.example.net a:c.example.net a:d.example.net a:e.example.net a:f.example.net a:g.example.net a:h.example.net a mx -all"',
    '@ TXT "v=spf1 a:a.example.net a:b.example.net a:c.example.net a:d.example.net a:e.example.net a:f.example.net a:g.example.net a:h.example.net a mx -all ptr ptr ptr"',
    '@ TXT "v=spf1 a:a.example.net a:b.example.net a:c.example.net a:d.example.net a:e.example.net a:f.example.net a:g.example.net a:h.example.net a mx exp=x.example -all redirect=a.example"',
    '@ TXT "v=spf1 a:a.example.net a:b.example.net a:c.example.net a:d.example.net a:e.example.net a:f.example.net a:g.example.net a:h.example.net a mx ip4:192.0.2.1 -all a"',
    '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 a:a.example.net a:b.example.net a:c.example.net a:d.example.net a:e.example.net a:f.example.net a:g.example.net a:h.example.net include:x.example.com -all"\nx TXT "v=spf1 -all a a a"',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 a:a.example.net a:b.example.net a:c.example.net a:d.example.net a:e.example.net a:f.example.net a:g.example.net a:h.example.net a mx «exists:%{i}.example» -all"',
      message:
        "The record needs 11 DNS lookups, 1 over the limit: receivers give up. Replace `exists:%{i}.example` by `ip4:`.",
    },
    {
      text: '@ TXT "v=spf1 A:A.EXAMPLE.NET A:B.EXAMPLE.NET A:C.EXAMPLE.NET A:D.EXAMPLE.NET A:E.EXAMPLE.NET A:F.EXAMPLE.NET A:G.EXAMPLE.NET A:H.EXAMPLE.NET A MX «A:x.example» Redirect=a.example"',
      message: "The record needs 12 DNS lookups, 2 over the limit: receivers give up. Replace `A:x.example` by `ip4:`.",
    },
    {
      text: '@ TXT ( "v=spf1 a:a.example.net a:b.example.net a:c.example.net a:d.example.net a:e.example.net a:f.example.net a:g.example.net a:h.example.net a" " mx «m"\n "x» ptr -all" )',
    },
    {
      text: '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 a mx «include:_spf.example.com» -all"\n_spf TXT "v=spf1 a:a.example.net a:b.example.net a:c.example.net a:d.example.net a:e.example.net a:f.example.net a:g.example.net a:h.example.net -all"',
    },
    {
      text: '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 a:a.example.net a:b.example.net a:c.example.net a:d.example.net a:e.example.net a:f.example.net a:g.example.net a:h.example.net «include:_spf.example.com» -all"\n_spf CNAME x\nx TXT "v=spf1 a a:x.example.net -all"',
    },
    {
      text: 'a TXT "v=spf1 a:a.example.net a:b.example.net a:c.example.net a:d.example.net a:e.example.net a:f.example.net a:g.example.net a:h.example.net a mx «a:x.example» a:y.example -all"\nb TXT "v=spf1 a:a.example.net a:b.example.net a:c.example.net a:d.example.net a:e.example.net a:f.example.net a:g.example.net a:h.example.net a mx «ptr»"',
    },
    {
      text: '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 «mx» -all"\n@ MX 10 m0.example.net.\n@ MX 10 m1.example.net.\n@ MX 10 m2.example.net.\n@ MX 10 m3.example.net.\n@ MX 10 m4.example.net.\n@ MX 10 m5.example.net.\n@ MX 10 m6.example.net.\n@ MX 10 m7.example.net.\n@ MX 10 m8.example.net.\n@ MX 10 m9.example.net.\n@ MX 10 m10.example.net.\n',
      message: "`mx` leads to 11 MX hosts, and receivers give up after 10. List their networks with `ip4:`.",
    },
  ],
});
