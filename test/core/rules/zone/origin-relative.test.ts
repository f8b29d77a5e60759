import rule from "../../../../server/src/core/rules/zone/origin-relative.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: ["$ORIGIN example.com.", "$ORIGIN .", "$ORIGIN @", "$ORIGIN example.com", "$origin sub.example.com."],
  reported: [
    {
      text: "$ORIGIN «sub»",
      message: "Knot and NSD refuse the relative origin `sub`. Write `sub.example.com.`.",
      fixed: "$ORIGIN sub.example.com.",
    },
    { text: "$origin «a»\n$ORIGIN ( «b» )", fixed: "$origin a.example.com.\n$ORIGIN ( b )" },
    {
      text: "$ORIGIN .\n$ORIGIN «example.com»",
      message: "Knot and NSD refuse the relative origin `example.com`. Write it with a final dot.",
    },
  ],
});
