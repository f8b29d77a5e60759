import rule from "../../../../server/src/core/rules/zone/soa-not-at-apex.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "example.com SOA ns1 hostmaster 1 7200 3600 1209600 3600\nwww.example.com. A 192.0.2.1",
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\nwww A 192.0.2.1",
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\nexample.COM. SOA ns1 hostmaster 1 7200 3600 1209600 3600",
  ],
  reported: [
    {
      text: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n«sub» SOA ns1 hostmaster 1 7200 3600 1209600 3600",
      message:
        "This SOA is at `sub.example.com.`, not at the apex `example.com.`; servers refuse the zone. Move it to a zone file of its own.",
    },
    {
      text: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\nsub NS ns1\n  «SOA» ns1 hostmaster 1 7200 3600 1209600 3600",
    },
    {
      text: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n«a» soa ( ns1 hostmaster 1 7200 3600 1209600 3600\n)\n«b» SOA ns1 hostmaster 1 7200 3600 1209600 3600",
    },
  ],
});
