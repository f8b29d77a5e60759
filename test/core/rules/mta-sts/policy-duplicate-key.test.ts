import rule from "../../../../server/src/core/rules/mta-sts/policy-duplicate-key.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: ["mx: a.example.com\nmx: b.example.com", "mode: none\nMode: none", "x: 1\ny: 1"],
  reported: [
    {
      text: "mode: testing\n«mode: enforce»\nmax_age: 604800",
      message: "`mode` stands here again: senders take the first one (`testing`). Keep one.",
      fixed: "mode: testing\nmax_age: 604800",
    },
    { text: "max_age: 1\r\n«max_age: 1»", fixed: "max_age: 1" },
    { text: "x: 1\n«x: 2»\n«x: 3»", fixed: "x: 1\nx: 3" },
  ],
});
