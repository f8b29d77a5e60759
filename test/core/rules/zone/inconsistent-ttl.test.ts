import rule from "../../../../server/src/core/rules/zone/inconsistent-ttl.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "@ 3600 MX 10 mail\n@ 1h MX 20 mail2",
    "@ 3600 MX 10 mail\n@ 60 A 192.0.2.1",
    "$TTL 60\n@ MX 10 mail\n@ 60 MX 20 mail2",
    "@ 60 RRSIG A 13 2 60 20300101000000 20200101000000 1 example.com. AAAA\n@ 90 RRSIG MX 13 2 90 20300101000000 20200101000000 1 example.com. AAAA",
  ],
  reported: [
    {
      text: "@ 3600 MX 10 mail\n@ «7200» MX 20 mail2",
      message: "TTL 7200 differs from 3600 of the first MX record; servers use one for both. Write the same.",
      fixed: "@ 3600 MX 10 mail\n@ 3600 MX 20 mail2",
    },
    { text: "@ 1H MX 10 mail\n@ IN «60» mx ( 20\n mail2 )", fixed: "@ 1H MX 10 mail\n@ IN 1H mx ( 20\n mail2 )" },
    {
      text: "$TTL 60\n@ 3600 MX 10 mail\n@ IN «MX» 20 mail2",
      fixed: "$TTL 60\n@ 3600 MX 10 mail\n@ 3600 IN MX 20 mail2",
    },
    {
      text: "@ 1 MX 10 mail\n  «2» MX 20 mail2\n  «3» MX 30 mail3",
      fixed: "@ 1 MX 10 mail\n  1 MX 20 mail2\n  3 MX 30 mail3",
    },
  ],
});
