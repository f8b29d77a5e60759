import rule from "../../../../server/src/core/rules/caa/unknown-tag.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ CAA 0 issue "ca.example.net"',
    '@ CAA 0 ISSUEWILD ";"',
    '@ CAA 0 issuemail "ca.example.net"',
    '@ CAA 0 issuevmc "ca.example.net"',
    '@ CAA 0 iodef "mailto:admin@example.com"',
    '@ CAA 0 contactemail "admin@example.com"',
    '@ CAA 0 contactphone "+1.5555550100"',
    '@ CAA 0 is-sue ";"',
  ],
  reported: [
    {
      text: '@ CAA 0 «isssue» "ca.example.net"',
      message: "No authority knows the property `isssue`, so all ignore it. Write `issue`.",
    },
    {
      text: '@ CAA 0 «tbs» "x"',
      message: "No authority knows the property `tbs`, so all ignore it. Write `issue`, `issuewild` or `iodef`.",
    },
    {
      text: '@ caa ( 128\n «TBS» "x" )',
      message: "No authority knows `TBS`, and since it is critical none may issue a certificate. Write 0 for 128.",
    },
    { text: '@ CAA 0 «issuewildcard» ";"\n  CAA 0 «auth» "x"' },
  ],
});
