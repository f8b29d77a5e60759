import rule from "../../../../server/src/core/rules/cross/zone-file-missing.ts";
import { CROSS_FILES as files } from "../../../support/crossFiles.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: ["zones: { example.com: bare.zone }", "zones: {}", 'zones: { example.com: "${env:Z}" }'],
  reported: [
    {
      text: "zones: { example.com: «none.zone» }",
      message: "`none.zone` is not there, so example.com is not checked against DNS. Write the path from this file.",
    },
    { text: 'zones: { a.example: bare.zone, Example.com: «"../x.zone"» }' },
    { text: "zones:\n  a.example: «a.zone»\n  b.example: «/b.zone»\n" },
  ],
  files,
});
