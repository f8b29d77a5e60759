import rule from "../../../../server/src/core/rules/config/from-address.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "accounts: { ops: { from: ops@example.com } }",
    "accounts: { ops: { from: '\"Ops, Team\" <ops@example.com>' } }",
    "accounts: { ops: { from: 用户@例子.公司 } }",
    'accounts: { ops: { from: "${env:FROM}" } }',
    "accounts: { ops: { from: Dev <dev@localhost>, smtp: { host: mailpit, port: 1025, security: none } } }",
  ],
  reported: [
    {
      text: "accounts: { ops: { from: «ops.example.com» } }",
      message:
        "`ops.example.com` is no mail address, and servers answer 501 to it. Write one such as `Ops <ops@example.com>`.",
    },
    { text: 'accounts: { a: { from: «"a@example.com, b@example.com"» }, b: { from: «Ops <ops@example>» } }' },
    { text: "accounts: { ops: { from: «webmaster@localhost», smtp: { host: smtp.example.com } } }" },
    { text: 'accounts: { ops: { from: «"a@b.example\\r\\nBcc: x@example.com"» } }' },
  ],
});
