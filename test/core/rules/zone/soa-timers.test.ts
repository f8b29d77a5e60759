import rule from "../../../../server/src/core/rules/zone/soa-timers.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "@ SOA ns1 h 1 2 h 1h 2w 1w",
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600",
    "@ SOA ns1 hostmaster 1 2h 1h 2w 1d",
    "@ SOA ns1 hostmaster ( 1 ; serial\n 86400 7200 3600000 172800s\n)".replace("172800s", "86400"),
    "@ SOA localhost. root.localhost. 2 604800 86400 2419200 604800",
    "$ORIGIN home.lan.\n@ SOA ns root 3 604800 86400 2419200 604800",
    "$ORIGIN ad.local.\n@ SOA dc1 hostmaster 1234 900 600 86400 3600",
    "@ SOA ns root 3 604800 86400 2419200 604800\n@ NS ns\nns A 192.168.1.4",
    "@ SOA ns-cloud-a1.googledomains.com. cloud-dns-hostmaster.google.com. 1 21600 3600 259200 300",
    "@ SOA DNS9.hichina.com. hostmaster.hichina.com. 2024051410 3600 1200 86400 600",
    "@ SOA ns1.linode.com. admin 2021000012 14400 14400 1209600 86400",
  ],
  reported: [
    {
      text: "@ SOA ns1 hostmaster 1 3600 «7200» 1209600 3600",
      message: "Retry `7200` is not below refresh `3600`: secondaries never hurry after a failure. Write `1800`.",
      fixed: "@ SOA ns1 hostmaster 1 3600 1800 1209600 3600",
    },
    { text: "@ SOA ns1 hostmaster 1 2H «2h» 2w 1h", fixed: "@ SOA ns1 hostmaster 1 2H 3600 2w 1h" },
    {
      text: "@ SOA ns1 hostmaster 1 7200 3600 «86400» 3600",
      fixed: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600",
      severity: "info",
    },
    { text: "@ SOA ns1 hostmaster 1 900 600 «3600» 3600", fixed: "@ SOA ns1 hostmaster 1 900 600 1209600 3600" },
    { text: "@ SOA ns1 hostmaster 1 7200 3600 «10000» 3600", fixed: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600" },
    { text: "@ SOA ns root 3 604800 86400 2419200 «604800»\n@ NS ns\nns A 192.0.2.4" },
    { text: "$ORIGIN home.lan.\n@ SOA ns root 3 900 «900» «3600» 604800" },
    {
      text: "@ SOA ns1 hostmaster (\n 1\n 3600\n «3600» ; retry\n 1209600\n «1w» )",
      fixed: "@ SOA ns1 hostmaster (\n 1\n 3600\n 1800 ; retry\n 1209600\n 1w )",
    },
  ],
});
