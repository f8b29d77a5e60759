import rule from "../../../../server/src/core/rules/dmarc/missing-policy.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    String.raw`_dmarc TXT v=DMARC1;\032p=none`,
    '_dmarc TXT "v=DMARC2; rua=mailto:a@example.com"',
    // `dmarc/syntax` says it.
    '_dmarc TXT "v=DMARC1; p:reject"',
    '_dmarc TXT "v=DMARC1; reject"',
    '_dmarc TXT "v=DMARC1; p=none"',
    '_dmarc TXT "v=DMARC1; rua=mailto:a@example.com; p=none"',
    '_dmarc TXT "v=DMARC1; p=x"',
    '*._report._dmarc TXT "v=DMARC1;"',
    "_dmarc TXT v=DMARC1; p=none",
    '_dmarc TXT "token"',
  ],
  reported: [
    {
      text: '_dmarc TXT "v=DMARC1; «P»=reject; rua=mailto:a@example.com"',
      message: "Receivers do not know `P`, so this record has no policy. Write `p`.",
      fixed: '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:a@example.com"',
    },
    {
      text: '_dmarc TXT "«v=DMARC1»;"',
      message: "Without `p` and a valid `rua` receivers skip this record. Write the policy.",
      fixed: '_dmarc TXT "v=DMARC1; p=none;"',
    },
    {
      text: '_dmarc TXT "«v=DMARC1»; rua=mailto:a@example.com"',
      message: "Without `p` receivers act as on `p=none`, and old ones skip the record. Write the policy.",
      severity: "warning",
      fixed: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com"',
    },
    { text: '_dmarc TXT ( "«v=DMA"\n "RC1»; rua=a@example.com" )' },
    {
      text: "_dmarc TXT «v=DMARC1»\\;sp=none\n_dmarc.news TXT «\\118=DMARC1»",
      fixed: "_dmarc TXT v=DMARC1\\;p=none\\;sp=none\n_dmarc.news TXT \\118=DMARC1",
    },
  ],
});
