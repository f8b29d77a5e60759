import rule from "../../../../server/src/core/rules/dmarc/invalid-value.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '_dmarc TXT "v=DMARC1; p=none; adkim=S; aspf=r; fo=1:d:s; psd=u; t=N"',
    '_dmarc TXT "v=DMARC1; p=none; fo=0 : d"',
    '_dmarc TXT "adkim=x"',
  ],
  reported: [
    {
      text: '_dmarc TXT "v=DMARC1; p=none; adkim=«strict»"',
      message: "`adkim` cannot be `strict`, so receivers take the default. Write `s`.",
      fixed: '_dmarc TXT "v=DMARC1; p=none; adkim=s"',
    },
    {
      text: '_dmarc TXT "v=DMARC1; p=none; aspf=«x»; t=n"',
      message: "`aspf` cannot be `x`, so receivers take the default. It takes `r|s`.",
      fixed: '_dmarc TXT "v=DMARC1; p=none; t=n"',
    },
    {
      text: '_dmarc TXT "v=DMARC1; p=none; fo=«0:1»"',
      message: "`fo` cannot hold both `0` and `1`: they contradict each other. Write `1`.",
      fixed: '_dmarc TXT "v=DMARC1; p=none; fo=1"',
    },
    { text: '_dmarc TXT "v=DMARC1; p=none; fo=«1,d»"', fixed: '_dmarc TXT "v=DMARC1; p=none; fo=1:d"' },
    { text: '_dmarc TXT ( "v=DMARC1; p=none; psd=«y"\n "es»; «t=»" )' },
    { text: "_dmarc TXT v=DMARC1\\;p=none\\;t=«\\049»\n" },
  ],
});
