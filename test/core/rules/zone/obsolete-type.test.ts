import rule from "../../../../server/src/core/rules/zone/obsolete-type.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: ["@ MX 10 mail", '@ SPF "v=spf1 -all"', "@ KEY 512 3 8 AAAA", "@ X25 311061700956", "@ TYPE65280 \\# 0"],
  reported: [
    {
      text: "@ «MD» mail",
      message: "MD is obsolete and nobody asks for it. Write MX.",
    },
    { text: "@ IN «md» ( mail )\n@ «MF» mail" },
    { text: "@ «TYPE38» 0 2001:db8::1" },
    {
      text: "a «MB» host\na «MG» mail\na «MR» mail\na «WKS» 192.0.2.1 TCP smtp",
      message: "MB is obsolete and nobody asks for it. Remove the record.",
    },
    { text: "a «NXT» b A\nb «SIG» A 5 2 3600 20260401000000 20260301000000 1 example.com. AAAA" },
    { text: "a «DLV» 1 8 250 00" },
  ],
});
