import rule from "../../../../server/src/core/rules/dmarc/test-mode.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: ['_dmarc TXT "v=DMARC1; p=none; t=n"', '_dmarc TXT "v=DMARC1; p=none"', '_dmarc TXT "t=y"'],
  reported: [
    {
      text: '_dmarc TXT "v=DMARC1; p=reject; «t=y»; sp=none"',
      message: "`t=y` lowers the policy by one step: receivers only test it. Remove it once mail passes.",
      fixed: '_dmarc TXT "v=DMARC1; p=reject; sp=none"',
    },
    { text: '_dmarc TXT ( "v=DMARC1; p=reject; «t="\n "Y» ;" )', fixed: '_dmarc TXT ( "v=DMARC1; p=reject ;" )' },
    { text: "_dmarc TXT v=DMARC1\\;p=none\\;«\\116=y»\n_dmarc.news TXT v=DMARC1\\;«t=y»" },
  ],
});
