import rule from "../../../../server/src/core/rules/mta-sts/policy-mode.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "version: STSv1\nmode=enforce\nmx: a.example",
    "vers",
    "version: STSv1\nmo",
    "",
    "mode: enforce",
    "mode:none",
    "mode: testing\nmode: x",
    "version: STSv1\nMode: enforce",
  ],
  reported: [
    {
      text: "mode: «Enforce»",
      message: "`Enforce` is no mode, so senders ignore the policy. Write `enforce`, `testing` or `none`.",
      fixed: "mode: enforce",
    },
    { text: "mode: «test»", fixed: "mode: testing" },
    { text: "«mode:»", fixed: "mode: testing" },
    {
      text: "«version: STSv1»  \nmax_age: 604800",
      message: "The `mode` is missing, so senders ignore the policy. Write `mode: enforce` or `mode: testing`.",
      fixed: "version: STSv1  \nmode: testing\nmax_age: 604800",
    },
  ],
});
