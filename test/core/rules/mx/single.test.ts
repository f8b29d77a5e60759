import rule from "../../../../server/src/core/rules/mx/single.ts";
import { testRule } from "../../../support/testRule.ts";

const SOA = "@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600\n";

testRule(rule, {
  origin: "example.com.",
  clean: [
    `${SOA}@ MX 10 a\n@ MX 20 b`,
    `${SOA}@ MX 0 .`,
    `${SOA}@ MX 1 smtp.google.com.`,
    `${SOA}@ MX 0 example-com.mail.protection.outlook.com.`,
    `${SOA}@ MX 0 example-com.c-v1.mx.microsoft.`,
    `${SOA}@ MX 10 inbound-smtp.eu-west-1.amazonaws.com.`,
    `${SOA}@ MX 10 INBOUND.postmarkapp.com.`,
    `${SOA}@ MX 10 mx.sendgrid.net.`,
    `${SOA}@ MX 10 mx.example.org.cust.hostedemail.com.`,
    `$ORIGIN home.arpa.\n${SOA}@ MX 10 mail`,
    `${SOA}@ MX 10 www123.your-server.de.`,
    `${SOA}@ MX 10 mail\nmail A 192.0.2.1\nmail A 192.0.2.2`,
    `${SOA}@ MX 10 a\nsub MX 10 a\n@ MX 20 b`,
    `${SOA}sub MX 10 mail`,
    "@ MX 10 mail",
    `${SOA}@ MX 10 mail\n$INCLUDE more.zone`,
  ],
  reported: [
    {
      text: `${SOA}@ MX 10 «mail»`,
      message:
        "`mail.example.com.` is the only mail host: while it is down, mail waits at the senders. A second MX would take it.",
    },
    { text: `${SOA}@ mx ( 10\n «aspmx.l.google.com.» )` },
    { text: `${SOA}@ MX 10 «mail»\nmail A 192.0.2.1\nmail AAAA 2001:db8::1` },
  ],
});
