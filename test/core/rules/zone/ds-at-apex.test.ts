import rule from "../../../../server/src/core/rules/zone/ds-at-apex.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\nsub NS ns1.example.net.\nsub DS 1 13 2 (AB)",
    "@ DS 1 13 2 (AB)",
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ CDS 1 13 2 (AB)",
  ],
  reported: [
    {
      text: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ «DS» 1 13 2 (AB)",
      message:
        "A DS belongs into the parent zone of `example.com.`; here validators never see it. Hand it to the registrar.",
    },
    { text: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n  IN «ds» 1 13 2 (AB)\nExample.com. «DS» ( 2 13 2\n CD )" },
    { text: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ «TYPE43» \\# 5 00010D02AB" },
  ],
});
