import rule from "../../../../server/src/core/rules/srv/target-is-cname.ts";
import { testRule } from "../../../support/testRule.ts";

const SOA = "@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600\n";

testRule(rule, {
  origin: "example.com.",
  clean: [
    `${SOA}_imaps._tcp SRV 0 0 993 imap\nimap A 192.0.2.1`,
    `${SOA}_imaps._tcp SRV 0 0 993 imap.example.net.`,
    `${SOA}_imaps._tcp SRV 0 0 0 .`,
    `${SOA}@ MX 10 mail\nmail CNAME host`,
  ],
  reported: [
    {
      text: `${SOA}_imaps._tcp SRV 0 0 993 «imap»\nimap CNAME host`,
      message:
        "`imap.example.com.` is an alias, and clients need not follow one from an SRV. Name the host that it stands for.",
    },
    { text: `${SOA}_imaps._tcp srv ( 0 0\n 993 «IM\\065P.example.com.» )\nimap CNAME host` },
    { text: `${SOA}_a._tcp SRV 0 0 1 «x»\n_b._tcp SRV 0 0 2 «x»\nx CNAME host` },
  ],
});
