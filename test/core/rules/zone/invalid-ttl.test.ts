import rule from "../../../../server/src/core/rules/zone/invalid-ttl.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "@ 3600 A 192.0.2.1",
    "@ 0 IN A 192.0.2.1",
    "@ IN 1H30m A 192.0.2.1",
    "@ 2147483647 A 192.0.2.1",
    "$TTL 1w2d\n@ A 192.0.2.1",
    "3600 A 192.0.2.1",
    "@ TXT 1x",
  ],
  reported: [
    {
      text: "@ «1hour» A 192.0.2.1",
      message: "`1hour` is no TTL, so servers refuse the zone. Write seconds, or units such as `1h30m`.",
    },
    {
      text: "@ «2147483648» IN A 192.0.2.1",
      message:
        "`2147483648` is over 2147483647 seconds, so servers refuse the zone or read 0. Write less, such as `1w`.",
    },
    { text: "@ «1h30» A 192.0.2.1" },
    { text: "a ( «99999w»\n IN A 192.0.2.1 )\nb IN «3600x» A 192.0.2.1" },
  ],
});
