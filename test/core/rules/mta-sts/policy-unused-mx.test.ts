import rule from "../../../../server/src/core/rules/mta-sts/policy-unused-mx.ts";
import { testRule } from "../../../support/testRule.ts";

const FILES = {
  ".mailconfig.yaml": "zones: { example.com: example.com.zone }",
  "example.com.zone": "@ MX 10 mx1\n@ MX 20 mx2.mail",
};

testRule(rule, {
  files: FILES,
  clean: ["mx: mx1.example.com\nmx: *.mail.example.com", "mx: *.EXAMPLE.com", "mx: *old.example.com"],
  reported: [
    {
      text: "mx: *.example.com\nmx: «old.example.com»\nmode: none",
      message: "`old.example.com` covers no MX of the domain. Delete the line, unless that host is to become one.",
      fixed: "mx: *.example.com\nmode: none",
    },
    { text: "mx: «*.example.net»" },
  ],
});
