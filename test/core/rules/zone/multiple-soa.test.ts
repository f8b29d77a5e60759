import rule from "../../../../server/src/core/rules/zone/multiple-soa.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\nwww A 192.0.2.1\n@ SOA ns1 hostmaster 1 7200 3600 1209600 3600",
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\nexample.com. SOA NS1.example.com. hostmaster 1 7200 3600 1209600 3600\nwww A 192.0.2.1",
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\nsub SOA ns1 hostmaster 2 7200 3600 1209600 3600",
  ],
  reported: [
    {
      text: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ «SOA» ns1 hostmaster 2 7200 3600 1209600 3600",
      message:
        "`example.com.` has another SOA already, so servers refuse the zone. Keep the one with the current serial.",
    },
    { text: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n  «soa» ( ns2 hostmaster 1\n 7200 3600 1209600 3600 )" },
    {
      text: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ «SOA» ns1 hostmaster 2 7200 3600 1209600 3600\n@ «SOA» ns1 hostmaster 3 7200 3600 1209600 3600",
    },
  ],
});
