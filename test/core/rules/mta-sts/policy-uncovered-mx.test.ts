import rule from "../../../../server/src/core/rules/mta-sts/policy-uncovered-mx.ts";
import { testRule } from "../../../support/testRule.ts";

const FILES = {
  ".mailconfig.yaml": "zones: { example.com: example.com.zone }",
  "example.com.zone": "@ MX 10 MX1\n@ MX 20 mx2\n@ MX 20 mx2.example.com.\nsub MX 10 mx2",
};

testRule(rule, {
  files: FILES,
  clean: [
    "mode: enforce\nmx: mx1.example.com\nmx: MX2.example.com",
    "mode: enforce\nmx: *.example.com",
    "mode: none\nmx: a.example.net",
    "mode: enforce\nmx: *mx1.example.com",
    "mode: enforce",
    "mode: enforce\nmx: mx1.example.com\nMX: mx2.example.com",
  ],
  reported: [
    {
      text: "mode: enforce\n«mx: mx1.example.com»\nmax_age: 604800",
      message:
        "No `mx` line covers mx2.example.com, an MX of the domain: senders deliver nothing to it. Add a line for it.",
      fixed: "mode: enforce\nmx: mx1.example.com\nmx: mx2.example.com\nmax_age: 604800",
    },
    {
      text: "mode: testing\r\nmx: mx1.example.com\r\n«mx: *.mail.example.com»",
      severity: "warning",
      fixed: "mode: testing\r\nmx: mx1.example.com\r\nmx: *.mail.example.com\r\nmx: mx2.example.com",
    },
  ],
});

testRule(rule, {
  path: "www/mta-sts.sub.example.com/.well-known/mta-sts.txt",
  files: FILES,
  clean: ["mode: enforce\nmx: mx2.example.com"],
  reported: [{ text: "mode: enforce\n«mx: mx1.example.com»" }],
});
