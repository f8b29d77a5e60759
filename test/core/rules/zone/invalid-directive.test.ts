import rule from "../../../../server/src/core/rules/zone/invalid-directive.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: ["$TTL 3600", "$TTL 1h30m ; an hour and a half", "$ORIGIN example.com.", "$ORIGIN .", "$TTL ( 3600 )"],
  reported: [
    {
      text: "$TTL «one-hour»",
      message: "`$TTL` cannot be read, so servers refuse the zone. Expected: a time such as `3600` or `1h`.",
    },
    { text: "«$TTL»" },
    { text: "«$ORIGIN»\n$ttl «-1»" },
    { text: "$ORIGIN «example..com.»" },
    { text: "$GENERATE «x» h$ A 192.0.2.$" },
    { text: "«$INCLUDE»" },
    { text: "$TTL 1 «@ SOA ns1 hostmaster 1 2 3 4 5» ; joined lines" },
    { text: "$ORIGIN example.com. «www A 192.0.2.1»" },
  ],
});
