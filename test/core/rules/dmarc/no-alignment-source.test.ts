import rule from "../../../../server/src/core/rules/dmarc/no-alignment-source.ts";
import { testRule } from "../../../support/testRule.ts";

const soa = "@ 3600 IN SOA ns.example.com. h.example.com. 1 7200 3600 1209600 3600\n";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '_dmarc TXT "v=DMARC1; p=reject"',
    `${soa}_dmarc TXT "v=DMARC1; p=none"`,
    `${soa}@ TXT "v=spf1 -all"\n_dmarc TXT "v=DMARC1; p=reject"`,
    `${soa}@ MX 0 .\n_dmarc TXT "v=DMARC1; p=reject"`,
    `${soa}@ TXT "v=spf1 mx -all"\n_dmarc TXT "v=DMARC1; p=quarantine"`,
    `${soa}@ TXT "v=spf1 mx -all"\n*._domainkey.news CNAME x.example.net.\n_dmarc TXT "v=DMARC1; p=reject"`,
    `${soa}_dmarc.news TXT "v=DMARC1; p=reject"`,
  ],
  reported: [
    {
      text: `${soa}@ MX 10 mail\n_dmarc TXT "v=DMARC1; «p=reject»"`,
      message: "Neither SPF nor a DKIM key is in this zone, so the domain's own mail fails. Publish one first.",
    },
    {
      text: `${soa}@ TXT "v=spf1 mx -all"\n_dmarc TXT ( "v=DMARC1; «p=Rej"\n "ect»" )`,
      message: "`p=reject` rests on SPF alone, so forwarded mail is rejected. Sign with DKIM first.",
    },
    { text: `${soa}_dmarc TXT v=DMARC1\\;«\\112=quarantine»` },
  ],
});

testRule(rule, {
  clean: [
    "$ORIGIN example.com.\n" +
      '@ 3600 IN SOA ns h 1 7200 3600 1209600 3600\n_dmarc TXT "v=DMARC1; p=reject"\n@ TXT "v=spf1 mx -all"\n' +
      '$ORIGIN _domainkey.example.com.\ns1 TXT "v=DKIM1; p=AAAA"',
  ],
  reported: [],
});
