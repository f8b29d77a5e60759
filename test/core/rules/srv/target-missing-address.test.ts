import rule from "../../../../server/src/core/rules/srv/target-missing-address.ts";
import { testRule } from "../../../support/testRule.ts";

const SOA = "@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600\n";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n_imaps._tcp SRV 0 1 993 mail\nmail ALIAS lb.example.net.",
    `${SOA}_imaps._tcp SRV 0 0 993 imap\nimap AAAA 2001:db8::1`,
    `${SOA}_imaps._tcp SRV 0 0 993 imap.example.net.`,
    `${SOA}_imaps._tcp SRV 0 0 0 .`,
    `${SOA}_imaps._tcp SRV 0 0 993 imap\n* A 192.0.2.1`,
    `${SOA}_imaps._tcp SRV 0 0 993 imap.sub\nsub NS ns.example.net.`,
    `${SOA}@ MX 10 mail`,
  ],
  reported: [
    {
      text: `${SOA}_imaps._tcp SRV 0 0 993 «imap»`,
      message: "`imap.example.com.` has no address in this zone, so clients cannot reach it. Add its A or AAAA record.",
    },
    { text: `${SOA}_imaps._tcp srv ( 0 0\n 993 «IMAP.example.com.» )\nimap TXT "x"` },
    { text: `${SOA}_a._tcp SRV 0 0 1 «x»\n_b._tcp SRV 0 0 2 «y»` },
  ],
});
