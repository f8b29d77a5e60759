import rule from "../../../../server/src/core/rules/zone/extra-rdata.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "www A IN 192.0.2.1",
    "@ A 192.0.2.1 ; extra",
    "@ MX ( 10 mail ) ; (",
    '@ TXT "a" b "c"',
    "@ NSEC a. A MX",
    "@ A 192.0.2.256",
  ],
  reported: [
    {
      text: "www A 192.0.2.80 «the web server»",
      message: "`the web server` stands after the last field of A, so servers refuse the zone. Remove it.",
      fixed: "www A 192.0.2.80",
    },
    { text: "@ mx ( 10 mail\n «20 mail2» )", fixed: "@ mx ( 10 mail\n )" },
    { text: "a A 192.0.2.1 «192.0.2.2»\nb CNAME c «d» ; note", fixed: "a A 192.0.2.1\nb CNAME c d ; note" },
    { text: '@ CAA 0 issue "a" «"b"»', fixed: '@ CAA 0 issue "a"' },
  ],
});
