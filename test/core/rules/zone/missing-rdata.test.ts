import rule from "../../../../server/src/core/rules/zone/missing-rdata.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: ["@ MX 10 mail", '@ CAA 0 issue ";"', "@ CSYNC 1 3", "@ AMTRELAY 10 0 0", "@ APL", "@ MX x mail"],
  reported: [
    {
      text: "@ MX «mail.example.net.»",
      message: "MX needs its preference first, so servers refuse the zone. Write `10` before this, or another number.",
      fixed: "@ MX 10 mail.example.net.",
    },
    { text: '@ IN caa ( «issue»\n "ca.example.net" )', fixed: '@ IN caa ( 0 issue\n "ca.example.net" )' },
    {
      text: "@ MX «10»",
      message: "The field `exchange` of MX is missing, so servers refuse the zone. Write a host name.",
    },
    { text: "a «A»\nb SRV 0 0 «mail»" },
    { text: "@ SOA ns1 hostmaster ( 1 7200 3600 «1209600» )" },
    { text: "@ «MX»" },
    { text: "@ TYPE1 «\\#»" },
  ],
});
