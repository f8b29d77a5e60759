import rule from "../../../../server/src/core/rules/dmarc/duplicate-report-uri.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com; ruf=mailto:a@example.com"',
    '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com,mailto:b@example.com"',
  ],
  reported: [
    {
      text: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com, «mailto:a@example.com»"',
      message: "`mailto:a@example.com` stands twice in `rua`, so it gets each report twice. Remove one.",
      fixed: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com"',
    },
    {
      text: '_dmarc TXT ( "v=DMARC1; ruf=mailto:a@example.com,«mailto:A@"\n "Example.com»;" )',
      fixed: '_dmarc TXT ( "v=DMARC1; ruf=mailto:a@example.com;" )',
    },
    { text: '_dmarc TXT "v=DMARC1; rua=mailto:a@b.example,«mailto:a@b.example!5m»,«mailto\\058a@b.example»"' },
  ],
});
