import rule from "../../../../server/src/core/rules/mta-sts/policy-size.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: ["version: STSv1", "mx: a.example.com\n".repeat(3000), `x: ${"ü".repeat(32_000)}`],
  reported: [
    {
      text: `«version: STSv1»\nx: ${"ü".repeat(33_000)}`,
      message: "The file has 66018 octets, and senders may read only 64 KB. Cover hosts together with `*.`.",
    },
    { text: `«mx: a.example.com»\n${"mx: a.example.com\n".repeat(4000)}` },
    { text: `\r\n«mode: none»\r\nx: ${"a".repeat(65_536)}` },
  ],
});
