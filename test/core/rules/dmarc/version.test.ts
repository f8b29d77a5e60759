import rule from "../../../../server/src/core/rules/dmarc/version.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    // Rules about strings say it.
    '_dmarc TXT "v=DMARC1\\\\; p=none"',

    '_dmarc TXT "v=DMARC1;"',
    '_dmarc TXT "v = DMARC1 ; p = none"',
    '_dmarc TXT " v=DMARC1; p=none"',
    '_dmarc TXT "v=DMA" "RC1; p=none"',
    '_dmarc TXT "token"',
    '_dmarc TXT "v=DMARC1\\; p=none"',
  ],
  reported: [
    {
      text: '_dmarc TXT "«v=dmarc1»; p=none"',
      message: "`v=dmarc1` is not the version, so receivers skip the record. Write `v=DMARC1`, in capitals.",
      fixed: '_dmarc TXT "v=DMARC1; p=none"',
    },
    { text: '_dmarc TXT "«v=DMARCl»; p=none"', fixed: '_dmarc TXT "v=DMARC1; p=none"' },
    { text: '_dmarc TXT "«nv=DMARC1»; p=none"', fixed: '_dmarc TXT "v=DMARC1; p=none"' },
    { text: '_dmarc TXT "«V=DMARC1»; p=none"', fixed: '_dmarc TXT "v=DMARC1; p=none"' },
    { text: '_dmarc TXT "«DMARC1»; p=none"', fixed: '_dmarc TXT "v=DMARC1; p=none"' },
    { text: '_dmarc TXT ( "«v=DM"\n "ARC»; p=none" )', fixed: '_dmarc TXT ( "v=DMARC1; p=none" )' },
    {
      text: '_dmarc TXT "p=none; «v=DMARC1»"',
      message: "The version is not the first tag, so receivers skip the record. Move `v=DMARC1` to the front.",
      fixed: '_dmarc TXT "v=DMARC1; p=none"',
    },
    {
      text: '_dmarc TXT "«p=reject»; rua=mailto:a@example.com"',
      message: "The version is missing, so receivers skip the record. Begin it with `v=DMARC1`.",
      fixed: '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:a@example.com"',
    },
    { text: "_dmarc TXT «v=\\100marc1»\\;p=none\n_dmarc.news TXT «v=DMARC2»" },
  ],
});
