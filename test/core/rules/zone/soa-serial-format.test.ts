import rule from "../../../../server/src/core/rules/zone/soa-serial-format.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "@ SOA ns1 hostmaster 2026010901 7200 3600 1209600 3600",
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600",
    "@ SOA ns1 hostmaster 1767950000 7200 3600 1209600 3600",
    "@ SOA ns1 hostmaster 2051234567 7200 3600 1209600 3600",
    "@ SOA ns1 hostmaster 2021000012 7200 3600 1209600 3600",
    "@ SOA ns1 hostmaster 2024022901 7200 3600 1209600 3600",
  ],
  reported: [
    {
      text: "@ SOA ns1 hostmaster «2026139901» 7200 3600 1209600 3600",
      message:
        "`2026139901` looks like `YYYYMMDDnn`, but there is no such day. Later serials must be larger all the same.",
    },
    { text: "@ SOA ns1 hostmaster ( «2025022901» ; serial\n 7200 3600 1209600 3600 )" },
    {
      text: "@ soa ns1 hostmaster «2099010101» 7200 3600 1209600 3600",
      message: "`2099010101` is a date in the future; every serial until then must be larger. Write today's date.",
    },
  ],
});
