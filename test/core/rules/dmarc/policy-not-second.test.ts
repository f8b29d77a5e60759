import rule from "../../../../server/src/core/rules/dmarc/policy-not-second.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: ['_dmarc TXT "v=DMARC1; p=none; sp=none"', '_dmarc TXT "v=DMARC1;"', '_dmarc TXT "sp=none; v=DMARC1; p=none"'],
  reported: [
    {
      text: '_dmarc TXT "v=DMARC1; sp=none; «p=reject»"',
      message: "Receivers of the old standard want `p` as the second tag. Move it behind the version.",
      fixed: '_dmarc TXT "v=DMARC1; p=reject; sp=none"',
    },
    {
      text: '_dmarc TXT ( "v=DMARC1; sp=none; «p = Rej"\n "ect» ;" )',
      fixed: '_dmarc TXT ( "v=DMARC1; p = Reject; sp=none ;" )',
    },
    {
      text: "_dmarc TXT v=DMARC1\\;t=y\\;«p=none»\n_dmarc.news TXT v=DMARC1\\;t=y\\;«\\112=none»",
      fixed: "_dmarc TXT v=DMARC1\\;p=none\\;t=y\n_dmarc.news TXT v=DMARC1\\;t=y\\;\\112=none",
    },
  ],
});
