import rule from "../../../../server/src/core/rules/mta-sts/policy-testing.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: ["mode: enforce", "mode: none\nmode: testing", "mode: Testing"],
  reported: [
    {
      text: "mode: «testing»",
      message: "Senders only report failures and deliver all the same. Write `enforce` once the reports show none.",
      fixed: "mode: enforce",
    },
    { text: "version: STSv1\r\nmode:«testing» \r\n", fixed: "version: STSv1\r\nmode:enforce \r\n" },
    { text: "mode: «testing»\nmode: enforce", fixed: "mode: enforce\nmode: enforce" },
  ],
});
