import rule from "../../../../server/src/core/rules/mx/duplicate-target.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "@ MX 10 a\n@ MX 20 b",
    "@ MX 10 a\n@ MX 10 a",
    "@ MX 10 a\nsub MX 20 a",
    "@ MX 0 .\n@ MX 10 .",
    "@ MX 10 a.example.net.\n@ MX 20 a",
  ],
  reported: [
    {
      text: "@ MX 10 mail\n@ MX 20 «mail»",
      message:
        "`mail.example.com.` is listed twice, so senders only try the same host again. Name another host, or remove it.",
      fixed: "@ MX 10 mail\n",
    },
    { text: "@ mx 20 «Mail.Example.COM.»\n  MX 10 m\\097il", fixed: "@  MX 10 m\\097il" },
    { text: "@ MX ( 10\n a )\n@ MX 20 «a»\n@ MX 30 «a»", fixed: "@ MX ( 10\n a )\n@ MX 30 a" },
  ],
});
