import rule from "../../../../server/src/core/rules/config/no-encryption.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "accounts: { ops: { smtp: { host: localhost, security: none } } }",
    "accounts: { ops: { smtp: { host: mailpit, port: 1025, security: none } } }",
    "accounts: { ops: { smtp: { host: 10.20.0.25, port: 25, security: none } } }",
    'accounts: { ops: { smtp: { host: "${env:SMTP_HOST}", port: 25, security: none } } }',
    'accounts: { ops: { smtp: { host: a.example, security: none, auth: { username: u, password: "${env:P}" } } } }',
    "accounts: { ops: { smtp: { host: a.example, security: tls } } }",
  ],
  reported: [
    {
      text: "accounts: { ops: { smtp: { host: a.example, port: 587, security: «none» } } }",
      fixed: "accounts: { ops: { smtp: { host: a.example, port: 587, security: starttls } } }",
      message:
        "Mail goes to a.example unencrypted, so anyone on the way reads and changes it. Write `security: starttls`.",
    },
    {
      text: "accounts: { ops: { smtp: { host: a.example, port: 25, security: «none» } } }",
      fixed: "accounts: { ops: { smtp: { host: a.example, port: 25, security: starttls } } }",
    },
    {
      text: "accounts:\n  ops:\n    pop3:\n      host: a.example\n      security: «none» # why\n",
      fixed: "accounts:\n  ops:\n    pop3:\n      host: a.example\n      security: starttls # why\n",
    },
  ],
});
