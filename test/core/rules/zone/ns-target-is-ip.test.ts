import rule from "../../../../server/src/core/rules/zone/ns-target-is-ip.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: ["@ NS ns1.example.net.", "@ NS 1.2.0.192.in-addr.arpa.", "@ MX 10 192.0.2.1", "@ NS 192"],
  reported: [
    {
      text: "@ NS «192.0.2.1»",
      message:
        "An NS record needs a host name: resolvers look up `192.0.2.1` as a name and find nothing. Name the host.",
    },
    { text: "@ NS «192.0.2.1.»" },
    { text: "@ ns ( «2001:DB8::1»\n )\nsub NS «192.0.2.2»" },
  ],
});
