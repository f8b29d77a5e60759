import rule from "../../../../server/src/core/rules/dmarc/invalid-report-uri.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    // Rules about strings say it.
    '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com" Array',
    '_dmarc TXT "\\"v=DMARC1; p=none; rua=mailto:a@example.com\\""',

    '_dmarc TXT "v=DMARC1; p=none; rua=“mailto:a@example.com”"',
    '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com,mailto:b@example.com!10m"',
    '_dmarc TXT "v=DMARC1; p=none; rua = MAILTO:a%2Cb@example.com , mailto:b@example.com ;"',
    '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com,"',
    '_dmarc TXT "rua=a@example.com"',
  ],
  reported: [
    {
      text: '_dmarc TXT "v=DMARC1; p=none; rua=«a@example.com»"',
      message: "`a@example.com` has no `mailto:` before it, so nobody reports there. Write `mailto:` and an address.",
      fixed: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com"',
    },
    {
      text: '_dmarc TXT "v=DMARC1; p=none; rua=«mailto:a@example.com mailto:b@example.com»"',
      message:
        "A blank does not divide addresses, so reporters skip `mailto:a@example.com mailto:b@example.c…`. Write a comma.",
      fixed: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com,mailto:b@example.com"',
    },
    {
      text: '_dmarc TXT "v=DMARC1; p=none; rua=«mailto: a@example.com»"',
      message: "A blank inside an address makes reporters skip it. Remove the blank.",
      fixed: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com"',
    },
    {
      text: '_dmarc TXT "v=DMARC1; p=none; ruf=«mailto:<a@example.com>»"',
      message: "`mailto:<a@example.com>` holds no mail address, so nobody reports there. Write `mailto:user@domain`.",
      fixed: '_dmarc TXT "v=DMARC1; p=none; ruf=mailto:a@example.com"',
    },
    {
      text: '_dmarc TXT "v=DMARC1; p=none; rua=«https://example.com/r»"',
      message: "Reporters need not support `https:`, and few do. Write `mailto:` and an address.",
      severity: "warning",
    },
    {
      text: '_dmarc TXT "v=DMARC1; p=none; «rua=»; t=n"',
      message: "`rua` names no address, so no report is sent. Write `mailto:user@domain`, or remove the tag.",
      fixed: '_dmarc TXT "v=DMARC1; p=none; t=n"',
    },
    {
      text: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com,«,»mailto:b@example.com"',
      fixed: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com,mailto:b@example.com"',
    },
    { text: '_dmarc TXT ( "v=DMARC1; p=none; rua=«a@exam"\n "ple.com»,«mailto:b»" )' },
    { text: 'x._report._dmarc TXT "v=DMARC1; rua=«mailto\\058b»"' },
  ],
});
