import rule from "../../../../server/src/core/rules/zone/cname-at-apex.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\nwww CNAME web.example.net.",
    "$ORIGIN sub.example.com.\n@ CNAME web.example.net.",
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ A 192.0.2.1",
    "@ SOA ada.ns.cloudflare.com. dns.cloudflare.com. 1 10000 2400 604800 3600\n@ NS ada.ns.cloudflare.com.\n@ NS bob.ns.cloudflare.com.\n@ CNAME web.example.net.",
  ],
  reported: [
    {
      text: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ «CNAME» web.example.net.",
      message:
        "A CNAME cannot stand beside the SOA of `example.com.`: servers refuse the zone. Write the A and AAAA records instead.",
    },
    {
      text: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n  «cname» web.example.net.\nEXAMPLE.com. «CNAME» ( web.example.org.\n)",
    },
    {
      text: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ NS ada.ns.cloudflare.com.\n@ NS ns1.example.net.\n@ «CNAME» web.example.net.",
    },
    { text: "@ «CNAME» web.example.net.\n@ SOA ns1 hostmaster 1 7200 3600 1209600 3600" },
  ],
});
