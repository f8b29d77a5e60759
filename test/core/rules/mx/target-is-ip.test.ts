import rule from "../../../../server/src/core/rules/mx/target-is-ip.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "@ MX 10 mail",
    "@ MX 0 .",
    "@ MX 10 192-0-2-1.example.net.",
    "@ MX 10 1.2.0.192.in-addr.arpa.",
    "@ A 192.0.2.1",
    "@ MX 10",
    "@ MX \\# 4 000a 0000",
  ],
  reported: [
    {
      text: "@ MX 10 «192.0.2.1»",
      message: "An MX needs a host name: senders look up `192.0.2.1` as a name and find nothing. Name the host.",
    },
    { text: "@ mx 10 «192.0.2.1.»" },
    { text: "@ MX 10 «2001:db8::1»" },
    { text: "@ MX 10 «[192.0.2.1]»" },
    { text: "@ MX ( 10\n «192.0.2.1» )" },
    { text: "@ MX 10 «192.0.2.1»\n  MX 20 «192.0.2.2»" },
  ],
});
