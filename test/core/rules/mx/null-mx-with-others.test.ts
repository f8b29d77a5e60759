import rule from "../../../../server/src/core/rules/mx/null-mx-with-others.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "@ MX 0 .",
    "@ MX 0 .\n@ MX 0 .",
    "@ MX 0 .\nsub MX 10 mail",
    "@ MX 10 a\n@ MX 20 b",
    "@ MX 0 .\n@ A 192.0.2.1",
  ],
  reported: [
    {
      text: "@ MX 0 «.»\n@ MX 10 mail",
      message:
        "`.` says that example.com. takes no mail, yet other MX records name hosts: senders may give up. Keep one kind.",
      fixed: "@ MX 10 mail",
    },
    { text: "@ MX 10 mail.example.net.\n@ mx 0 «.»\n", fixed: "@ MX 10 mail.example.net.\n" },
    { text: "@ MX 0 «.»\n  MX 10 mail", fixed: "@  MX 10 mail" },
    { text: "@ MX ( 0\n «.» )\n@ MX 5 «.»\nEXAMPLE.com. MX 10 mail" },
  ],
});
