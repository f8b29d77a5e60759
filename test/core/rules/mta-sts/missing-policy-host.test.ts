import rule from "../../../../server/src/core/rules/mta-sts/missing-policy-host.ts";
import { testRule } from "../../../support/testRule.ts";

const soa = "@ 3600 IN SOA ns.example.com. h.example.com. 1 7200 3600 1209600 3600\n";

testRule(rule, {
  origin: "example.com.",
  clean: [
    `${soa}_mta-sts TXT "v=STSv2; id=1"`,
    `${soa}_mta-sts TXT "v=STSv1"`,
    // `zone/missing-trailing-dot` says it.
    `${soa}mta-sts A 192.0.2.1\n_mta-sts.example.com TXT "v=STSv1; id=1"`,
    '_mta-sts TXT "v=STSv1; id=1"',
    `${soa}mta-sts A 192.0.2.1\n_mta-sts TXT "v=STSv1; id=1"`,
    `${soa}mta-sts AAAA 2001:db8::1\n_mta-sts TXT "v=STSv1; id=1"`,
    `${soa}mta-sts CNAME x.example.net.\n_mta-sts TXT "v=STSv1; id=1"`,
    `${soa}* A 192.0.2.1\n_mta-sts TXT "v=STSv1; id=1"`,
    `${soa}mta-sts NS ns.example.net.\n_mta-sts TXT "v=STSv1; id=1"`,
  ],
  reported: [
    {
      text: `${soa}_mta-sts TXT "«v=STSv1; id=1»"`,
      message: "mta-sts.example.com has no address, so no sender can fetch the policy. Add an A, AAAA or CNAME record.",
      fixed: `${soa}mta-sts IN CNAME example.com.\n_mta-sts TXT "v=STSv1; id=1"`,
    },
    { text: `${soa}mta-sts TXT "x"\n_MTA-STS TXT ( "«v=ST"\n "Sv1; id=1»" )` },
    { text: `${soa}_mta-sts TXT «v=STSv1\\;id=1»\n_mta-sts.news TXT "«\\118=STSv1; id=1»"` },
  ],
});
