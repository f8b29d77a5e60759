import rule from "../../../../server/src/core/rules/zone/include-cycle.ts";
import { testRule } from "../../../support/testRule.ts";

const AGAIN = "$INCLUDE example.com.zone\n";

testRule(rule, {
  path: "example.com.zone",
  files: { "example.com.zone": AGAIN, "mail.zone": "@ MX 10 mail\n" },
  clean: ["$INCLUDE mail.zone", "$INCLUDE mail.zone\n$INCLUDE mail.zone", "@ TXT example.com.zone"],
  reported: [
    {
      text: "$INCLUDE «example.com.zone»",
      message:
        "`example.com.zone` leads back to this file, so servers give up and refuse the zone. Remove one `$INCLUDE`.",
    },
    { text: "$TTL 3600\n$include ( «example.com.zone»\n)\n$INCLUDE «example.com.zone» example.net." },
    { text: "www A 192.0.2.1\n$INCLUDE mail.zone\n$INCLUDE «example.com.zone»" },
  ],
});
