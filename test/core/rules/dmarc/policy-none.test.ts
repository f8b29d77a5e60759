import rule from "../../../../server/src/core/rules/dmarc/policy-none.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '_dmarc TXT "v=DMARC1; p=reject; sp=none"',
    '_dmarc TXT "v=DMARC1; sp=none"',
    'x._report._dmarc TXT "v=DMARC1; p=none"',
    's1._domainkey TXT "p=none"',
  ],
  reported: [
    {
      text: '_dmarc TXT "v=DMARC1; «p=none»; rua=mailto:a@example.com"',
      message: "`p=none` only watches, so forged mail arrives. Once reports are clean, write `p=quarantine`.",
      fixed: '_dmarc TXT "v=DMARC1; p=quarantine; rua=mailto:a@example.com"',
    },
    { text: '_dmarc TXT ( "v=DMARC1; «p = No"\n "NE» ;" )', fixed: '_dmarc TXT ( "v=DMARC1; p = quarantine ;" )' },
    { text: "_dmarc TXT v=DMARC1\\;«p=non\\101»\n_dmarc.news TXT v=DMARC1\\;«p=none»" },
  ],
});
