import rule from "../../../../server/src/core/rules/zone/missing-soa.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ NS ns1",
    "; a fragment that another file includes\nwww A 192.0.2.1",
    "",
    "$INCLUDE missing.zone\n@ NS ns1.example.net.",
    "@ NS {{ server }}",
  ],
  reported: [
    {
      text: "«@ NS ns1.example.net.»",
      message:
        "The zone `example.com.` has no SOA, so servers refuse it. Begin it with one, unless another file includes this one.",
    },
    { text: "«$TTL 3600»\n@ MX 10 mail\n" },
    { text: "«www A 192.0.2.1»\n@ ns ns1.example.net." },
  ],
});
