import rule from "../../../../server/src/core/rules/zone/single-ns.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600\n@ NS ns1.example.net.\n@ NS ns2.example.net.",
    "@ NS ns1.example.net.",
    "@ SOA localhost. root.localhost. 1 7200 3600 1209600 3600\n@ NS localhost.",
    "$ORIGIN cluster.local.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ NS ns",
    "$ORIGIN 1.168.192.in-addr.arpa.\n@ SOA ns.home.arpa. h 1 7200 3600 1209600 3600\n@ NS ns.home.arpa.",
    "@ SOA invalid. invalid. 1 3600 600 2147483646 0\n@ NS invalid.",
    "@ SOA ns h 1 7200 3600 1209600 3600\n@ NS ns\nns A 192.168.1.2\n  AAAA fd00::2",
    "@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600\n@ NS ns1.example.net.\n$INCLUDE missing.zone",
  ],
  reported: [
    {
      text: "@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600\n«@ NS ns1.example.net.»",
      message:
        "`example.com.` has one name server; while it is down, mail and web are too. Add a second one in another network.",
    },
    {
      text: "@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600\n  «ns ns1.example.net.»\nsub NS ns2.example.net.",
    },
    { text: "@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600\n«@ NS ( ns1.example.net.»\n)" },
    { text: "@ SOA ns h 1 7200 3600 1209600 3600\n«@ NS ns»\nns A 192.168.1.2\nns A 192.0.2.2\nwww A 10.0.0.1" },
  ],
});
