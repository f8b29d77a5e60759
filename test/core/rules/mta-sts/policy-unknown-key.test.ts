import rule from "../../../../server/src/core/rules/mta-sts/policy-unknown-key.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: ["version: STSv1\nmode: enforce\nmx: mx1.example.com\nmax_age: 604800", "# a: b"],
  reported: [
    {
      text: "version: STSv1\n«x-owner»: ops",
      message: "Senders do not know `x-owner` and ignore it. They know `version`, `mode`, `mx` and `max_age`.",
      fixed: "version: STSv1",
    },
    {
      text: "«Mode»: enforce",
      severity: "error",
      message: "Senders do not know `Mode` and ignore it. Write `mode`.",
      fixed: "mode: enforce",
    },
    { text: "«max-age»: 604800\n«maxage»: 1", severity: "error", fixed: "max_age: 604800\nmaxage: 1" },
    { text: "mx: a.example\n«MX»: b.example", severity: "error", fixed: "mx: a.example\nmx: b.example" },
    { text: "mode: none\n«moed»: enforce", fixed: "mode: none\nmode: enforce" },
  ],
});
