import rule from "../../../../server/src/core/rules/zone/unknown-class.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "@ IN MX 10 mail",
    "@ in MX 10 mail",
    "@ CLASS1 MX 10 mail",
    "@ class1 3600 MX 10 mail",
    "@ MX 10 mail",
    '@ CH SOA ns1 hostmaster 1 7200 3600 1209600 3600\nversion CH TXT "1"',
    '@ 1D CHAOS SOA ns1 hostmaster 1 7200 3600 1209600 3600\n chaos NS ns1\nversion CH TXT "1"',
    '@ HESIOD SOA ns1 hostmaster 1 7200 3600 1209600 3600\nbob.passwd HS TXT "bob"',
    "@ TXTT x",
    "@ SIN 10 mail",
  ],
  reported: [
    {
      text: "@ «INN» MX 10 mail",
      message: "`INN` is no class, so servers refuse the zone. Write `IN`, or leave it out.",
      fixed: "@ IN MX 10 mail",
    },
    {
      text: '@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600\nversion «CH» TXT "1"',
      message: "`CH` is not the class of this zone, so servers refuse it. Write `IN`, or leave it out.",
      fixed: '@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600\nversion IN TXT "1"',
    },
    { text: "a «ni» (\n MX 10 mail )\nb «CLASS3» MX 10 mail", fixed: "a IN (\n MX 10 mail )\nb CLASS3 MX 10 mail" },
  ],
});
