import rule from "../../../../server/src/core/rules/dmarc/fo-without-ruf.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '_dmarc TXT "v=DMARC1; p=none; fo=1; ruf=mailto:a@example.com"',
    '_dmarc TXT "v=DMARC1; p=none; FO=1"',
    "_dmarc TXT v=DMARC1\\;fo=1; ruf=mailto:a@example.com",
  ],
  reported: [
    {
      text: '_dmarc TXT "v=DMARC1; p=none; «fo=1»; t=n"',
      message: "`fo` counts only beside `ruf`, so receivers ignore it. Remove it, or add `ruf=mailto:…`.",
      fixed: '_dmarc TXT "v=DMARC1; p=none; t=n"',
    },
    { text: '_dmarc TXT ( "v=DMARC1; p=none; «f"\n "o=0» ;" )', fixed: '_dmarc TXT ( "v=DMARC1; p=none ;" )' },
    { text: "_dmarc TXT v=DMARC1\\;p=none\\;«\\102o=1»\n_dmarc.b TXT v=DMARC1\\;«fo=d»" },
  ],
});
