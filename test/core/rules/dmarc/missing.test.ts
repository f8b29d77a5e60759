import rule from "../../../../server/src/core/rules/dmarc/missing.ts";
import { testRule } from "../../../support/testRule.ts";

const soa = "@ 3600 IN SOA ns.example.com. h.example.com. 1 7200 3600 1209600 3600\n";

testRule(rule, {
  origin: "example.com.",
  clean: [
    soa,
    "@ MX 10 mail",
    `${soa}@ MX 10 mail\n_dmarc TXT "v=DMARC1; p=none"`,
    // `dmarc/owner` and `zone/missing-trailing-dot` say it.
    `${soa}@ MX 10 mail\ndmarc TXT "v=DMARC1; p=none"`,
    `${soa}@ MX 10 mail\n@ TXT "v=DMARC1; p=none"`,
    `${soa}@ MX 10 mail\n_dmrac TXT "v=DMARC1; p=none"`,
    `${soa}@ MX 10 mail\n_dmarc-policy TXT "v=DMARC1; p=none"`,
    `${soa}@ MX 10 mail\n_dmark TXT "v=DMARC1; p=none"`,
    `${soa}@ MX 10 mail\n_dmacr TXT "v=DMARC1; p=none"`,
    `${soa}@ MX 10 mail\n_dmarrc TXT "v=DMARC1; p=none"`,
    `${soa}@ MX 10 mail\n_dmrc TXT "v=DMARC1; p=none"`,
    `${soa}@ MX 10 mail\n_dmarc._domainkey TXT "v=DMARC1; p=none"`,
    `${soa}@ MX 10 mail\n_dmarc.example.com TXT "v=DMARC1; p=none"`,
    `${soa}@ MX 10 mail\n_dmarc CNAME _dmarc.example.net.`,
    `${soa}@ MX 10 mail\n_dmarc NS ns.example.net.`,
    `${soa}@ MX 10 mail\n* TXT "v=DMARC1; p=none"`,
    `${soa}news MX 10 mail`,
    `$ORIGIN ad.example.local.\n${soa}@ MX 10 mail`,
    `$ORIGIN news.example.com.\n${soa}@ MX 10 mail`,
  ],
  reported: [
    {
      text: `${soa}«@» MX 10 mail\n`,
      message: "example.com has mail but no DMARC record, so anyone can forge it. Add one at `_dmarc`.",
      fixed: `${soa}_dmarc IN TXT "v=DMARC1; p=none; rua=mailto:postmaster@example.com"\n@ MX 10 mail\n`,
    },
    {
      text: `${soa}«Example.com.» TXT ( "v=sp"\n "f1 -all" )`,
      message:
        "example.com has no mail, and without a DMARC record not all receivers refuse forged mail. Add one at `_dmarc`.",
      fixed: `${soa}_dmarc IN TXT "v=DMARC1; p=reject"\nExample.com. TXT ( "v=sp"\n "f1 -all" )`,
    },
    {
      text: `${soa}«@» MX 10 mail\n@ TXT "v=spf1 -all"\n`,
      message: "example.com has mail but no DMARC record, so anyone can forge it. Add one at `_dmarc`.",
    },
    { text: `${soa}«@» MX 0 .\n`, fixed: `${soa}_dmarc IN TXT "v=DMARC1; p=reject"\n@ MX 0 .\n` },
    { text: `${soa} MX «10 mail»\n TXT "v=spf1 mx -all"\n` },
    { text: `${soa}«@» TXT "\\118=spf1 -all"\n_dmarc MX 0 mail` },
  ],
});
