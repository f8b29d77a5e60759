import rule from "../../../../server/src/core/rules/dmarc/invalid-policy.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    // Rules about strings say it.
    '_dmarc TXT "v=DMARC1; p=none\\\\; rua=mailto:a@example.com"',
    '_dmarc TXT "\\"v=DMARC1; p=none\\""',
    '_dmarc TXT "v=DMARC1; p=none" Array',
    '_dmarc TXT "v=DMARC1; p=“none”"',

    '_dmarc TXT "v=DMARC1; p=“reject”"',
    '_dmarc TXT "v=DMARC1; p=Reject; sp=QUARANTINE; np=none"',
    '_dmarc TXT "v=DMARC1; p = reject "',
    'example.net._report._dmarc TXT "v=DMARC1; p=x"',
    '_dmarc TXT "p=x"',
  ],
  reported: [
    {
      text: '_dmarc TXT "v=DMARC1; p=«quarantined»"',
      message: "`quarantined` is no policy, so receivers let forged mail through. Write `quarantine`.",
      fixed: '_dmarc TXT "v=DMARC1; p=quarantine"',
    },
    { text: '_dmarc TXT "v=DMARC1; p=«monitor»"', fixed: '_dmarc TXT "v=DMARC1; p=none"' },
    { text: '_dmarc TXT "v=DMARC1; p=none; sp=«Rejected»"', fixed: '_dmarc TXT "v=DMARC1; p=none; sp=reject"' },
    {
      text: '_dmarc TXT "v=DMARC1; p=«x»"',
      message: "`x` is no policy, so receivers let forged mail through. Write `none`, `quarantine` or `reject`.",
      fixed: '_dmarc TXT "v=DMARC1; p=reject"',
    },
    {
      text: '_dmarc TXT "v=DMARC1; «p=»"',
      message: "`p` has no value, so receivers let forged mail through. Write `none`, `quarantine` or `reject`.",
    },
    { text: '_dmarc TXT ( "v=DMARC1; p=«qua"\n "rantin»; np=«rejekt»" )' },
    { text: "_dmarc TXT v=DMARC1\\;p=«n\\111e»" },
  ],
});
