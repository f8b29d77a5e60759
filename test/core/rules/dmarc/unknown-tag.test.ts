import rule from "../../../../server/src/core/rules/dmarc/unknown-tag.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '_dmarc TXT "v=DMARC1; p=none; sp=none; np=none; adkim=r; aspf=r; fo=1; psd=n; t=n; rua=mailto:a@example.com"',
    '_dmarc TXT "v=DMARC1; p=none; pct=100; rf=afrf; ri=86400"',
    '_dmarc TXT "token=1"',
    '_dmarc TXT "nv=DMARC1; p=none"',
  ],
  reported: [
    {
      text: '_dmarc TXT "v=DMARC1; p=none; «rau»=mailto:a@example.com"',
      message: "Receivers ignore the tag `rau`, which DMARC does not know. Write `rua`.",
      fixed: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com"',
    },
    {
      text: '_dmarc TXT "v=DMARC1; p=none; «policy»=none"',
      message: "Receivers ignore the tag `policy`, which DMARC does not know. Remove it.",
      fixed: '_dmarc TXT "v=DMARC1; p=none"',
    },
    { text: '_dmarc TXT ( "v=DMARC1; p=none; «ask"\n "im»=s; «aspff»=s" )' },
  ],
});
