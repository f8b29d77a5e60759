import rule from "../../../../server/src/core/rules/zone/occluded.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\nsub NS ns1.sub\nns1.sub A 192.0.2.1\n  AAAA 2001:db8::1",
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ NS ns1\nmail.sub MX 10 mail",
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\nsub NS ns1\nsub DS 1 13 2 (AB)\nsub NS ns2",
  ],
  reported: [
    {
      text: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\nsub NS ns1\n«mail.sub» MX 10 mail",
      message:
        "`sub.example.com.` is delegated, so nobody sees this MX record. Move it to the zone of `sub.example.com.`.",
    },
    { text: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\nsub NS ns1\n«sub» DNAME example.net." },
    { text: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\nsub NS ns1\n«Sub» TXT x\n  «MX» 10 mail" },
    { text: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n«a.b.sub» TXT ( x\n)\nsub NS ns1\nwww A 192.0.2.1" },
  ],
});
