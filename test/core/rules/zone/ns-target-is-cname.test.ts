import rule from "../../../../server/src/core/rules/zone/ns-target-is-cname.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: ["@ NS ns1\nns1 A 192.0.2.1", "@ NS ns1.example.net.", "@ MX 10 mail\nmail CNAME host.example.net."],
  reported: [
    {
      text: "@ NS «ns1»\nns1 CNAME host.example.net.",
      message:
        "`ns1.example.com.` is an alias, and resolvers do not follow one from an NS. Name the host that it stands for.",
    },
    { text: "ns1 cname host.example.net.\n@ ns ( «NS1.Example.com.»\n)" },
    { text: "@ NS «ns1»\nsub NS «ns1»\nns1 CNAME host.example.net." },
  ],
});
