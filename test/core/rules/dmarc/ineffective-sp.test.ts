import rule from "../../../../server/src/core/rules/dmarc/ineffective-sp.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '_dmarc TXT "v=DMARC1; p=none; sp=none"',
    '_dmarc.news TXT "v=DMARC1; p=none; sp=none"',
    '_dmarc TXT "v=DMARC1; p=none"\n_dmarc.news TXT "v=DMARC1; p=none; sp=none; psd=n"',
    '_dmarc TXT "v=DMARC1; p=none; psd=y"\n_dmarc.news TXT "v=DMARC1; p=none; sp=none"',
    '_dmarc TXT "v=DMARC1; p=none"\n_dmarc.news TXT "v=DMARC1; p=none"',
  ],
  reported: [
    {
      text: '_dmarc TXT "v=DMARC1; p=none"\n_dmarc.news TXT "v=DMARC1; p=none; «sp=none»"',
      message: "`sp` counts in the record of example.com only, so receivers ignore it here. Remove it.",
    },
    { text: '_dmarc TXT "v=DMARC1; p=none"\n_dmarc.News TXT ( "v=DMARC1; p=none; «s"\n "p=none»; «np=Reject»" )' },
    { text: '_dmarc TXT "v=DMARC1; p=none; psd=n"\n_dmarc.a.b TXT "v=DMARC1; p=none; «\\115p=none»"' },
  ],
});
