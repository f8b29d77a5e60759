import rule from "../../../../server/src/core/rules/zone/missing-ns.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600\n@ NS ns1.example.net.",
    "www A 192.0.2.1",
    "@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600\n{{ servers }}",
  ],
  reported: [
    {
      text: "@ «SOA» ns1.example.net. hostmaster 1 7200 3600 1209600 3600\nsub NS ns1.example.net.",
      message: "The zone `example.com.` has no NS record, so servers refuse it or warn. Add the names of its servers.",
    },
    { text: "@ «soa» ns1.example.net. hostmaster ( 1\n 7200 3600 1209600 3600 )\nwww A 192.0.2.1" },
    { text: "www A 192.0.2.1\n@ «SOA» ns1.example.net. hostmaster 1 7200 3600 1209600 3600" },
  ],
});
