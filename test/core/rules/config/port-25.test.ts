import rule from "../../../../server/src/core/rules/config/port-25.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "accounts: { ops: { smtp: { host: relay, port: 25 } } }",
    "accounts: { ops: { smtp: { host: contoso-com.mail.protection.outlook.com, port: 25, security: starttls } } }",
    "accounts: { ops: { smtp: { host: 10.0.0.1, port: 25 } } }",
    'accounts: { ops: { smtp: { host: "${env:SMTP_HOST}", port: 25 } } }',
    'accounts: { ops: { smtp: { host: a.example, port: 587, auth: { username: u, password: "${env:P}" } } } }',
    "accounts: { ops: { imap: { host: a.example, port: 25 } } }",
  ],
  reported: [
    {
      text: "accounts: { ops: { smtp: { host: a.example, port: «25» } } }",
      fixed: "accounts: { ops: { smtp: { host: a.example, port: 587 } } }",
      message: "Port 25 is for relay between servers, and most networks block it. Write 587 to submit mail.",
    },
    {
      text: 'accounts: { ops: { smtp: { host: relay, port: «25», auth: { username: u, password: "${env:P}" } } } }',
      fixed: 'accounts: { ops: { smtp: { host: relay, port: 587, auth: { username: u, password: "${env:P}" } } } }',
    },
    {
      text: "accounts: { ops: { smtp: smtp://a.example:«25» } }",
      fixed: "accounts: { ops: { smtp: smtp://a.example:587 } }",
    },
  ],
});
