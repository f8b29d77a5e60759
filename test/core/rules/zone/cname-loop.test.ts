import rule from "../../../../server/src/core/rules/zone/cname-loop.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: ["a CNAME b\nb A 192.0.2.1", "a CNAME b\nb CNAME c.example.net.", "a CNAME b", "x CNAME a.example.net."],
  reported: [
    {
      text: "a CNAME «a»",
      message: "`a.example.com.` is an alias of itself, so resolvers give up. Name another host.",
    },
    {
      text: "a CNAME «b»\nb CNAME «a»",
      message:
        "`a.example.com.` leads over 1 aliases back to itself, so resolvers give up. Point one of them at a host.",
    },
    { text: "x CNAME a\nA cname ( «B.example.com.»\n)\nb CNAME «c»\nc CNAME «a»" },
  ],
});
