import rule from "../../../../server/src/core/rules/zone/include-not-found.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  files: { "mail.zone": "@ MX 10 mail\n" },
  clean: [
    "$INCLUDE mail.zone",
    "$include ( mail.zone ) sub.example.com. ; its origin",
    '$INCLUDE "mail.zone"',
    "@ TXT mial.zone",
  ],
  reported: [
    {
      text: "$INCLUDE «mial.zone»",
      message: "`mial.zone` is not in the workspace; a server that cannot read it refuses the zone. Correct the path.",
    },
    { text: "$include ( «a.zone» )\n$INCLUDE mail.zone\n$INCLUDE «b.zone» example.net." },
    { text: "$TTL 3600\n$INCLUDE «sub/MAIL.zone»" },
  ],
});
