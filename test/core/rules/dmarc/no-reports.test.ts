import rule from "../../../../server/src/core/rules/dmarc/no-reports.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    // `dmarc/unknown-tag` and `dmarc/syntax` say it.
    '_dmarc TXT "v=DMARC1; p=reject; RUA=mailto:d@example.com"',
    '_dmarc TXT "v=DMARC1; p=reject; rua:mailto:d@example.com"',
    '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com"',
    '_dmarc TXT "v=DMARC1; p=none; rua=x"',
    '@ TXT "v=spf1 -all"\n_dmarc TXT "v=DMARC1; p=reject"',
    '@ MX 0 .\n_dmarc TXT "v=DMARC1; p=reject"',
    "_dmarc TXT v=DMARC1; p=reject; rua=mailto:a@example.com",
    'x._report._dmarc TXT "v=DMARC1; p=none"',
  ],
  reported: [
    {
      text: '_dmarc TXT "v=DMARC1; «p=reject»"',
      message: "No `rua`, so nobody learns whose mail fails. Add an address: `rua=mailto:…`.",
      fixed: '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:postmaster@example.com"',
    },
    {
      text: '_dmarc TXT ( "v=DMARC1; «p=rej"\n "ect» ;" )',
      fixed: '_dmarc TXT ( "v=DMARC1; p=rej"\n "ect; rua=mailto:postmaster@example.com ;" )',
    },
    {
      text: "_dmarc TXT v=DMARC1\\;«\\112=none»\n_dmarc.news TXT v=DMARC1\\;«p=None»",
    },
  ],
});
