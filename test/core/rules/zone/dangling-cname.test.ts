import rule from "../../../../server/src/core/rules/zone/dangling-cname.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600\nwww CNAME web\nweb TXT x",
    "@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600\nwww CNAME web.example.net.",
    "@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600\nwww CNAME web\n* A 192.0.2.1",
    "@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600\nwww CNAME web.sub\nsub NS ns1.example.net.",
    "@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600\nwww CNAME web.old\nold DNAME new",
    "@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600\nwww CNAME h1\n$GENERATE 1-9 h$ A 192.0.2.$",
    "@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600\nwww CNAME web\na.web A 192.0.2.1",
    "@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600\nwww CNAME web.example.com",
    "$INCLUDE missing.zone\nwww CNAME web",
  ],
  reported: [
    {
      text: "@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600\nwww CNAME «wbe»\nweb A 192.0.2.1",
      message:
        "There is no `wbe.example.com.` in this zone, so the alias leads nowhere. Correct the target or add its records.",
    },
    { text: "@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600\nwww cname ( «WBE.Example.com.»\n)" },
    { text: "@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600\na CNAME «x»\nb CNAME «x»\nc CNAME «y»" },
  ],
});
