import rule from "../../../../server/src/core/rules/zone/missing-glue.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ NS ns1\nns1 A 192.0.2.1",
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ NS ns1\nns1 AAAA 2001:db8::1",
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ NS ns1.example.net.",
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ NS ns1\n* A 192.0.2.1",
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ NS ns1.sub\nsub NS ns1.example.net.",
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ NS ns1.old\nold DNAME new",
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ NS ns1\n$GENERATE 1-2 ns$ A 192.0.2.$",
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\nsub NS ns1.sub\nns1.sub A 192.0.2.1",
    "$ORIGIN .\nsub NS ns1",
  ],
  reported: [
    {
      text: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ NS «ns1»",
      message:
        "`ns1.example.com.` has no address in this zone, so resolvers cannot reach this server. Add its A or AAAA record.",
      fixed: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\nns1 IN A 192.0.2.1\n@ NS ns1",
    },
    {
      text: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n  NS ( «NS1.Example.COM.» )\nns1 TXT x\n",
      fixed:
        "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\nns1 IN A 192.0.2.1\n@  NS ( NS1.Example.COM. )\nns1 TXT x\n",
    },
    {
      text: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\nsub NS «ns1.sub»\n",
      fixed: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\nns1.sub IN A 192.0.2.1\nsub NS ns1.sub\n",
    },
  ],
});
