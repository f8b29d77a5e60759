import rule from "../../../../server/src/core/rules/zone/unknown-directive.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: ["$ORIGIN example.com.", "$ttl 3600", "$TTL 1h", "$GENERATE 1-9 h$ A 192.0.2.$", String.raw`\$x A 192.0.2.1`],
  reported: [
    {
      text: "«$ORIGN» example.com.",
      message: "`$ORIGN` is no directive, so servers refuse the zone. Write `$ORIGIN`.",
      fixed: "$ORIGIN example.com.",
    },
    { text: "«$tl» 3600", fixed: "$TTL 3600" },
    {
      text: "«$ADDRESS» 192.0.2.1\n«$INCLUD» a",
      message:
        "`$ADDRESS` is no directive, so servers refuse the zone. Write `$ORIGIN`, `$TTL` or `$INCLUDE`, or remove it.",
    },
  ],
});
