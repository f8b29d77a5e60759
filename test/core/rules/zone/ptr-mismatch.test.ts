import rule from "../../../../server/src/core/rules/zone/ptr-mismatch.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "2.0.192.in-addr.arpa.",
  clean: [
    "30 PTR mail.example.com.",
    "0-127 NS ns1.example.net.",
    "30.0/25 PTR mail.example.com.",
    "b._dns-sd._udp PTR x.example.com.",
    "255 PTR mail.example.com.",
    "* PTR mail.example.com.",
    `${"0.".repeat(28)}8.b.d.0.1.0.0.2.ip6.arpa. A 192.0.2.1`,
    `${"0.".repeat(24)}8.b.d.0.1.0.0.2.ip6.arpa. PTR mail.example.com.`,
  ],
  reported: [
    {
      text: "«300» PTR mail.example.com.",
      message: "`300` is no part of an IPv4 address, so nobody looks here. Write a number from 0 to 255.",
    },
    {
      text: "«030» PTR mail.example.com.",
      message: "Nobody looks up `030`: addresses are written without leading zeros here. Write `30`.",
    },
    { text: "«256» PTR ( a.example.com.\n)\n«999» ptr b.example.com." },
    {
      text: "«1.8.b.d.0.1.0.0.2.ip6.arpa.» PTR mail.example.com.",
      message: "An IPv6 address has 32 digits here, this owner has 9, so nobody looks here.",
    },
    { text: "«2001.db8.ip6.arpa.» PTR mail.example.com." },
  ],
});
