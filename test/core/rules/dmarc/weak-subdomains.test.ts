import rule from "../../../../server/src/core/rules/dmarc/weak-subdomains.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '_dmarc TXT "v=DMARC1; p=quarantine; sp=reject; np=quarantine"',
    '_dmarc TXT "v=DMARC1; p=none; sp=none"',
    '_dmarc TXT "v=DMARC1; p=reject; sp=x"',
    '_dmarc TXT "v=DMARC1; sp=none"',
    '_dmarc TXT "v=DMARC1; p=reject"\n_dmarc.news TXT "v=DMARC1; p=reject; sp=none"',
  ],
  reported: [
    {
      text: '_dmarc TXT "v=DMARC1; p=reject; «sp=none»"',
      message: "`sp=none` is weaker than `p=reject`, so mail forged below this domain arrives. Write `sp=reject`.",
      fixed: '_dmarc TXT "v=DMARC1; p=reject; sp=reject"',
    },
    {
      text: '_dmarc TXT ( "v=DMARC1; p=Quarantine; «np=NO"\n "NE»" )',
      fixed: '_dmarc TXT ( "v=DMARC1; p=Quarantine; np=quarantine" )',
    },
    { text: '_dmarc TXT "v=DMARC1; p=none"\n_dmarc.news TXT "v=DMARC1; psd=n; p=reject; «sp=none»"' },
    { text: "_dmarc TXT v=DMARC1\\;p=reject\\;«sp=quarantine»\\;«n\\112=none»" },
  ],
});
