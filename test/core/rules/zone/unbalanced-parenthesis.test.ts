import rule from "../../../../server/src/core/rules/zone/unbalanced-parenthesis.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "@ MX ( 10 mail )",
    "@ MX ( 10\n  mail )",
    '@ TXT "(" ")"',
    "@ MX 10 ( mail ) ; )",
    String.raw`a\( A 192.0.2.1`,
    '@ TXT ( "a )\n',
  ],
  reported: [
    {
      text: "@ MX «(» 10 mail",
      message: "This `(` is never closed, so servers read the next records as part of this one. Close it with `)`.",
      fixed: "@ MX ( 10 mail )",
    },
    {
      text: "@ MX 10 mail «)»",
      message: "This `)` closes nothing, so servers refuse the zone. Remove it, or open the record's data with `(`.",
      fixed: "@ MX 10 mail",
    },
    {
      text: "@ MX «(» 10 mail ; (\nwww IN A 192.0.2.1\nftp A 192.0.2.2 «)»",
      fixed: "@ MX ( 10 mail ) ; (\nwww IN A 192.0.2.1\nftp A 192.0.2.2 )",
    },
    { text: "@ MX «(» «(» 10 mail", fixed: "@ MX ( ( 10 mail )" },
    { text: "@ MX 10«)»mail\n", fixed: "@ MX 10 mail\n" },
    { text: "@ MX «)»10«)» (mail)\n", fixed: "@ MX 10) (mail)\n" },
  ],
});
