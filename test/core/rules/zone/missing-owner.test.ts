import rule from "../../../../server/src/core/rules/zone/missing-owner.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "  $TTL 3600",
    "@ MX 10 mail",
    "@ MX 10 mail\n  MX 20 mail2",
    "$TTL 3600\n@ MX 10 mail",
    "  ; a comment\n@ MX 10 mail",
  ],
  reported: [
    {
      text: "  «MX» 10 mail",
      message:
        "The first record begins with a blank, so it has no owner and servers refuse the zone. Begin it with `@`.",
    },
    { text: "$TTL 3600\n\t«IN» MX 10 mail\nwww A 192.0.2.1" },
    { text: "; a comment\n\n 	«3600» ( MX 10\n  mail )" },
  ],
});
