import rule from "../../../../server/src/core/rules/bimi/authority.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    'default._bimi TXT "v=BIMI1; l=; a=;"',
    'default._bimi TXT "v=BIMI1; l=https://example.com/a.svg; a=https://example.com/a.PEM"',
    'default._bimi TXT "token"',
  ],
  reported: [
    {
      text: 'default._bimi TXT "v=BIMI1; l=https://example.com/a.svg; a=«https://example.com/a,b.pem»"',
      severity: "warning",
    },
    {
      text: 'default._bimi TXT "v=BIMI1; l=; a=«http://example.com/a.pem»"',
      fixed: 'default._bimi TXT "v=BIMI1; l=; a=https://example.com/a.pem"',
    },
    {
      text: 'default._bimi TXT "v=BIMI1; l=https://example.com/a.svg; a=«http://example.com/a.pem»"',
      message: "Receivers fetch a certificate over HTTPS only, so no logo is shown. Write an `https:` address.",
    },
    {
      text: 'default._bimi TXT "v=BIMI1; l=; a=«https://example.com/a.crt»"',
      message: "A certificate must be a PEM file, and this address does not end in `.pem`. Check what it leads to.",
      severity: "warning",
    },
    {
      text: 'default._bimi TXT "v=BIMI1; «l=https://example.com/a.svg»; a="',
      message: "No certificate is named, and Gmail and Apple Mail show no logo without one. Add `a=https://….pem`.",
      severity: "info",
    },
    { text: 'default._bimi TXT ( "v=BIMI1; l=; a=«vm"\n "c.pem»" )\nb._bimi TXT "v=BIMI1;l=;a=«\\102tp://x/a.pem»"' },
  ],
});
