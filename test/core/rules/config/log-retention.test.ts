import rule from "../../../../server/src/core/rules/config/log-retention.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "logging: { retention: 180d }",
    "profile: pci-dss\nlogging: { retention: 365d }",
    "logging: { retention: soon }",
  ],
  reported: [
    {
      text: "logging: { retention: «30d» }",
      fixed: "logging: { retention: 180d }",
      message: "Logs that are kept for `30d` are gone when misuse is found. Write `180d`, the least for this profile.",
    },
    {
      text: "profile: pci-dss\nlogging:\n  retention: «180d»\n",
      fixed: "profile: pci-dss\nlogging:\n  retention: 365d\n",
    },
    { text: 'logging: { retention: «"4W"» }', fixed: 'logging: { retention: "180d" }' },
  ],
});
