import rule from "../../../../server/src/core/rules/dmarc/multiple-records.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '_dmarc TXT "v=DMARC1; p=none"\n TXT "v=spf1 -all"',
    'example.net._report._dmarc TXT "v=DMARC1"\n TXT "v=DMARC1; rua=mailto:a@example.com"',
    '@ TXT "v=DMARC1; p=none"\n@ TXT "v=DMARC1; p=none"',
    '_dmarc TXT "v=DMARC1; " "p=none"',
  ],
  reported: [
    {
      text: '_dmarc TXT "v=DMARC1; p=none"\n_dmarc TXT «"v=DMARC1; p=reject"»',
      message: "A second DMARC record at _dmarc.example.com: receivers discard them all. Keep one.",
    },
    { text: '_DMARC TXT ( "v=DMARC1; p=none" )\n TXT ( «"v=DMA"\n "RC1; p=none"» )\n TXT «v=DMARC1»' },
    { text: '_dmarc TXT "v=dmarc1; p=none"\n_dmarc TXT «"\\118=DMARC1; p=reject"»' },
  ],
});
