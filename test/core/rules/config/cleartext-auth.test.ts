import rule from "../../../../server/src/core/rules/config/cleartext-auth.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    'accounts: { ops: { smtp: { host: localhost, security: none, auth: { username: u, password: "${env:P}" } } } }',
    'accounts: { ops: { smtp: { host: 127.0.0.1, port: 1025, security: none, auth: { username: u, password: "${env:P}" } } } }',
    "accounts: { ops: { smtp: { host: a.example, security: none } } }",
    "accounts: { ops: { smtp: { host: a.example, security: none, auth: { method: none } } } }",
  ],
  reported: [
    {
      text: 'accounts: { ops: { smtp: { host: a.example, port: 587, security: «none», auth: { username: u, password: "${env:P}" } } } }',
      fixed:
        'accounts: { ops: { smtp: { host: a.example, port: 587, security: starttls, auth: { username: u, password: "${env:P}" } } } }',
      message:
        "The login goes to a.example in clear text, where anyone on the way reads it. Write `security: starttls`.",
    },
    {
      text: 'accounts: { ops: { smtp: { host: a.example, security: «none», auth: { username: u, password: "${env:P}" } } } }',
      fixed:
        'accounts: { ops: { smtp: { host: a.example, security: starttls, auth: { username: u, password: "${env:P}" } } } }',
    },
    {
      text: 'accounts: { ops: { smtp: { host: a.example, port: 9000, security: «none», auth: { username: u, password: "${env:P}" } } } }',
      fixed:
        'accounts: { ops: { smtp: { host: a.example, port: 465, security: tls, auth: { username: u, password: "${env:P}" } } } }',
    },
    {
      text: "accounts:\n  ops:\n    imap: { host: a.example, security: «none», auth: { username: u } }\n",
      fixed: "accounts:\n  ops:\n    imap: { host: a.example, security: starttls, auth: { username: u } }\n",
    },
  ],
});
