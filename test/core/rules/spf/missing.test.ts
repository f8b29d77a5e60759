import rule from "../../../../server/src/core/rules/spf/missing.ts";
import { testRule } from "../../../support/testRule.ts";

const soa = "@ 3600 IN SOA ns.example.com. h.example.com. 1 7200 3600 1209600 3600\n";

testRule(rule, {
  origin: "example.com.",
  clean: [
    soa,
    "@ MX 10 mail",
    `${soa}@ MX 0 .`,
    `${soa}@ MX 10 mail\n@ TXT ( "v=sp"\n "f1 mx -all" )`,
    `${soa}@ MX 10 mail\n@ TXT "V=SPF1 mx -all"`,
    // Other rules say it.
    `${soa}@ MX 10 mail\n@ TXT "spf1 mx -all"`,
    `${soa}@ MX 10 mail\n@ SPF "v=spf1 mx -all"`,
    `${soa}@ MX 10 mail\nexample.com TXT "v=spf1 mx -all"`,
    `${soa}@ MX 10 mail\n_dmarc TXT "v=DMARC1; p=reject"`,
    `${soa}@ MX 10 mail\n$INCLUDE none.zone`,
    `${soa}news MX 10 mail`,
    `$ORIGIN ad.example.local.\n${soa}@ MX 10 mail`,
    `${soa}_spf TXT "v=spf1 mx -all"`,
  ],
  reported: [
    {
      text: `${soa}@ «MX» 10 mail\n`,
      severity: "info",
      message:
        "example.com has mail but no SPF record, so anyone may send in its name. Publish one at the domain itself.",
      fixed: `${soa}@ IN TXT "v=spf1 mx ~all"\n@ MX 10 mail\n`,
    },
    {
      severity: "info",
      text: `${soa}@ TXT "token"\nEXAMPLE.com. IN «mx» ( 10\n mail )\nwww TXT "v=spf1 -all"`,
    },
    {
      text: `${soa}@ MX 10 mail\n«_spf» TXT "v=spf1 mx -all"\n`,
      message:
        "example.com has no SPF record, and receivers do not look for one at _spf.example.com. Move it to the domain itself.",
      fixed: `${soa}@ MX 10 mail\n@ TXT "v=spf1 mx -all"\n`,
    },
    { text: `${soa}@ MX 10 mail\n«spf.example.com.» TXT ( "v=spf1 "\n"-all" )` },
    { severity: "info", text: `${soa}@ «MX» 10 mail\n_dmarc TXT "v=DMARC1; p=none"` },
  ],
});
