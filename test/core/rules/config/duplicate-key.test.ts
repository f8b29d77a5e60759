import rule from "../../../../server/src/core/rules/config/duplicate-key.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: ["a: 1\nb: 1\n", "a: { x: 1 }\nb: { x: 1 }", "a: 1\n---\na: 2\n"],
  reported: [
    {
      text: "a: 1\n«a»: 2\n",
      message: "`a` stands twice in this mapping, and readers differ on which one counts. Keep one of them.",
    },
    { text: 'x: { b: 1, «"b"»: 2 }' },
    { text: "a: 1\n«a»: 2\n«a»: 3\n" },
  ],
});
