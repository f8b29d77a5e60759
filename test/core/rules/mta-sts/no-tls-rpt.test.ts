import rule from "../../../../server/src/core/rules/mta-sts/no-tls-rpt.ts";
import { testRule } from "../../../support/testRule.ts";

const soa = "@ 3600 IN SOA ns.example.com. h.example.com. 1 7200 3600 1209600 3600\n";

testRule(rule, {
  origin: "example.com.",
  clean: [
    // `zone/missing-trailing-dot` says it.
    `${soa}mta-sts A 192.0.2.1\n_mta-sts.example.com TXT "v=STSv1; id=1"`,
    '_mta-sts TXT "v=STSv1; id=1"',
    `${soa}_mta-sts TXT "v=STSv1; id=1"\n_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com"`,
    `${soa}_mta-sts TXT "v=STSv1; id=1"\n_smtp._tls CNAME x.example.net.`,
  ],
  reported: [
    {
      text: `${soa}_mta-sts TXT "«v=STSv1; id=1»"`,
      message: "Nobody reports when TLS to this domain fails. Add a TLS-RPT record at `_smtp._tls`.",
      fixed: `${soa}_smtp._tls IN TXT "v=TLSRPTv1; rua=mailto:postmaster@example.com"\n_mta-sts TXT "v=STSv1; id=1"`,
    },
    { text: `${soa}_smtp._tls A 192.0.2.1\n_MTA-sts TXT ( "«v=ST"\n "Sv1; id=1»" )` },
    { text: `${soa}_mta-sts TXT «v=STSv1\\;id=1»\n_mta-sts.news TXT "«\\118=STSv1; id=1»"` },
  ],
});
