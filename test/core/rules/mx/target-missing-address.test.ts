import rule from "../../../../server/src/core/rules/mx/target-missing-address.ts";
import { testRule } from "../../../support/testRule.ts";

const SOA = "@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600\n";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ MX 10 mail\nmail ALIAS lb.example.net.",
    "@ SOA ns1 h 1 2 3 4 5\n@ MX 20 192.0.2.25",
    `${SOA}@ MX 10 mail\nmail AAAA 2001:db8::1`,
    `${SOA}@ MX 10 mail\n* A 192.0.2.1`,
    `${SOA}@ MX 10 mail.example.net.`,
    `${SOA}@ MX 0 .`,
    `${SOA}@ MX 10 mail.sub\nsub NS ns.example.net.`,
    `${SOA}@ MX 10 host4\n$GENERATE 1-4 host$ A 192.0.2.$`,
    `${SOA}@ MX 10 mail\nmail CNAME host.example.net.`,
    `${SOA}@ MX 10 mail.example.com\n`,
    "@ MX 10 {{ mailhost }}",
  ],
  reported: [
    {
      text: `${SOA}@ MX 10 «mail»`,
      message: "`mail.example.com.` has no address in this zone, so senders cannot reach it. Add its A or AAAA record.",
      fixed: `${SOA}mail IN A 192.0.2.1\n@ MX 10 mail`,
    },
    { text: `${SOA}@ MX 10 «host5»\n$GENERATE 1-4 host$ A 192.0.2.$` },
    { text: `${SOA}@ mx 10 «Mail.EXAMPLE.com.»` },
    { text: `${SOA}@ MX ( 10\n «mail» )\nmail TXT "x"` },
    {
      text: `${SOA}  MX 10 «a»\n  MX 20 «b»`,
      fixed: `${SOA}a IN A 192.0.2.1\n@  MX 10 a\n  MX 20 b`,
    },
  ],
});
