import rule from "../../../../server/src/core/rules/mx/target-is-cname.ts";
import { testRule } from "../../../support/testRule.ts";

const SOA = "@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600\n";

testRule(rule, {
  origin: "example.com.",
  clean: [
    `${SOA}@ MX 10 mail\nmail A 192.0.2.1`,
    `${SOA}@ MX 10 mail.example.net.\nmail CNAME host`,
    `${SOA}@ MX 10 mail.sub\nsub NS ns.example.net.\nmail.sub CNAME host`,
    `${SOA}@ MX 0 .`,
    `${SOA}www CNAME alias\nalias CNAME host.example.net.`,
    "@ MX 10 mail.example.net.",
  ],
  reported: [
    {
      text: `${SOA}@ MX 10 «mail»\nmail CNAME host`,
      message:
        "`mail.example.com.` is an alias, and some senders refuse one as a mail host. Name the host that it stands for.",
    },
    { text: `${SOA}@ mx 10 «MAIL.Example.com.»\nmail CNAME host.example.net.` },
    { text: `${SOA}@ MX ( 10\n «m\\097il» )\nmail CNAME host` },
    { text: `${SOA}@ MX 10 «a»\n  MX 20 «b»\na CNAME host\nb CNAME host` },
    { text: `${SOA}@ MX 10 «mail»\n* CNAME host` },
  ],
});
