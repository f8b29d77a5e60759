import rule from "../../../../server/src/core/rules/dmarc/report-size.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com"',
    '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a!b@example.com"',
  ],
  reported: [
    {
      text: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com«!10m»"',
      message: "The size limit `!10m` is obsolete, and reporters ignore it. Remove it.",
      fixed: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com"',
    },
    {
      text: '_dmarc TXT ( "v=DMARC1; ruf=mailto:a@example.com«!1"\n "0M»" )',
      fixed: '_dmarc TXT ( "v=DMARC1; ruf=mailto:a@example.com" )',
    },
    { text: '_dmarc TXT "v=DMARC1; rua=mailto:a@example.com«\\0335» , mailto:b@example.com«!7k»"' },
  ],
});
