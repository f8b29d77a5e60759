import rule from "../../../../server/src/core/rules/dmarc/psd-misuse.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '_dmarc TXT "v=DMARC1; p=none; psd=n"',
    '_dmarc TXT "v=DMARC1; p=none; psd=u"',
    '_dmarc.co.uk. TXT "v=DMARC1; p=none; psd=y"',
    '_dmarc.bank. TXT "v=DMARC1; p=none; psd=y"',
  ],
  reported: [
    {
      text: '_dmarc TXT "v=DMARC1; p=reject; «psd=y»"',
      message: "`psd=y` says that others register names below example.com, which breaks alignment. Remove it.",
      fixed: '_dmarc TXT "v=DMARC1; p=reject"',
    },
    { text: '_dmarc.news TXT ( "v=DMARC1; «psd="\n "Y»; p=none" )', fixed: '_dmarc.news TXT ( "v=DMARC1; p=none" )' },
    { text: "_dmarc TXT v=DMARC1\\;p=none\\;«\\112sd=y»\n_dmarc.b TXT v=DMARC1\\;«psd=y»" },
  ],
});
