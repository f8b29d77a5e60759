import rule from "../../../../server/src/core/rules/bimi/logo.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    'default._bimi TXT "v=BIMI; a=x"',
    'default._bimi TXT "v=BIMI1; l:https://example.com/a.svg"',
    'default._bimi TXT "v=BIMI1; l=; a=;"',
    'default._bimi TXT "v=BIMI1; l=HTTPS://example.com/a.SVG?x"',
    'default._bimi TXT "token"',
    "default._bimi TXT v=BIMI1; l=x",
  ],
  reported: [
    {
      text: 'default._bimi TXT "v=BIMI1; l=«https://example.com/a.svg,https://example.com/b.svg»"',
      message: "A comma belongs into no address, and strict receivers fetch nothing. Write `%2C`, or one address.",
      severity: "warning",
    },
    {
      text: 'default._bimi TXT "v=BIMI1; «L»=https://example.com/a.svg"',
      message: "Receivers do not know `L`, and without `l` take the record for broken. Write `l`.",
      fixed: 'default._bimi TXT "v=BIMI1; l=https://example.com/a.svg"',
    },
    {
      text: 'default._bimi TXT "v=BIMI1; l=«https://example.com/my logo.svg»"',
      message: "A blank ends the address, so receivers fetch no logo. Write `%20` in its place, or rename the file.",
    },
    {
      text: 'default._bimi TXT "v=BIMI1; l=«<example.com/a.svg>»"',
      fixed: 'default._bimi TXT "v=BIMI1; l=https://example.com/a.svg"',
    },
    {
      text: 'default._bimi TXT "v=BIMI1; l=«http://example.com/a.svg»"',
      message: "Receivers fetch a logo over HTTPS only, so this one is not shown. Write an `https:` address.",
    },
    {
      text: 'default._bimi TXT "v=BIMI1; l=«https://example.com/a.png»"',
      message: "A logo must be an SVG, and this address does not end in `.svg`. Check what it leads to.",
      severity: "warning",
    },
    { text: 'default._bimi TXT "«v=BIMI1; a=https://example.com/a.pem»"' },
    { text: 'default._bimi TXT ( "v=BIMI1; l=«/a"\n ".svg» ;" )\nb._bimi TXT "v=BIMI1;l=«\\104ttps://»"' },
  ],
});
