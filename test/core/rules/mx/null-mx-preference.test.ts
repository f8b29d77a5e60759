import rule from "../../../../server/src/core/rules/mx/null-mx-preference.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: ["@ MX 0 .", "@ MX 00 .", "@ MX 10 mail", "@ MX x .", "@ SRV 10 0 0 ."],
  reported: [
    {
      text: "@ MX «10» .",
      message: "With preference 10 some senders miss that `.` means no mail, and keep trying. Write `0`.",
      fixed: "@ MX 0 .",
    },
    { text: "@ IN mx ( «5»\n . )", fixed: "@ IN mx ( 0\n . )" },
    { text: "a MX «1» .\nb MX «65535» .", fixed: "a MX 0 .\nb MX 65535 ." },
  ],
});
