import rule from "../../../../server/src/core/rules/zone/cname-and-other-data.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "www CNAME web.example.net.",
    "www CNAME web.example.net.\nwww RRSIG CNAME 13 3 3600 20300101000000 20200101000000 1 example.com. AAAA",
    "www CNAME web.example.net.\nwww NSEC @ CNAME RRSIG NSEC",
    "www CNAME web.example.net.\nwww KEY 512 255 1 AQID",
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ CNAME web.example.net.",
    "www CNAME web.example.net.\nwww2 A 192.0.2.1",
    "@ NS ada.ns.cloudflare.com.\n@ NS bob.ns.cloudflare.com.\n@ CNAME web.example.net.\n@ MX 10 mail",
  ],
  reported: [
    {
      text: "www «CNAME» web.example.net.\nwww MX 10 mail",
      message: "`www.example.com.` has a CNAME and also MX, so servers refuse the zone. Keep one of the two.",
    },
    { text: "WWW A 192.0.2.1\nwww «cname» ( web.example.net.\n)\n  TXT x" },
    { text: "w\\119w «CNAME» web.example.net.\nwww A 192.0.2.1" },
    { text: "a A 192.0.2.1\na «CNAME» b\nc «CNAME» d\nc TXT x" },
  ],
});
