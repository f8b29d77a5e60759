import rule from "../../../../server/src/core/rules/zone/soa-rname.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "@ SOA ns1 hostmaster.example.com. 1 7200 3600 1209600 3600",
    String.raw`@ SOA ns1 first\.last.example.com. 1 7200 3600 1209600 3600`,
    "@ SOA ns1 @ 1 7200 3600 1209600 3600",
    "@ SOA REPLACE&ME$WITH^YOUR@NAMESERVER. dns.example.com. 1 7200 3600 1209600 3600",
  ],
  reported: [
    {
      text: "@ SOA ns1 «hostmaster@example.com.» 1 7200 3600 1209600 3600",
      message:
        "`hostmaster@example.com.` is read as a name with an `@` in a label, so the mailbox is lost. Write `hostmaster.example.com.`.",
      fixed: "@ SOA ns1 hostmaster.example.com. 1 7200 3600 1209600 3600",
    },
    {
      text: "@ SOA ns1 «First.Last@example.com» ( 1 7200 3600 1209600 3600 )",
      fixed: String.raw`@ SOA ns1 First\.Last.example.com. ( 1 7200 3600 1209600 3600 )`,
    },
    {
      text: String.raw`@ SOA ns1 («a\.b.c@example.com») 1 7200 3600 1209600 3600`,
      fixed: String.raw`@ SOA ns1 (a\.b\.c.example.com.) 1 7200 3600 1209600 3600`,
    },
    { text: "@ SOA ns1 «dns@mail» 1 7200 3600 1209600 3600", fixed: "@ SOA ns1 dns.mail 1 7200 3600 1209600 3600" },
  ],
});
