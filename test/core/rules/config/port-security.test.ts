import rule from "../../../../server/src/core/rules/config/port-security.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "accounts: { ops: { smtp: { host: a.example, port: 25, security: none } } }",
    "accounts: { ops: { smtp: { host: a.example, port: 587, security: starttls } } }",
    "accounts: { ops: { smtp: { host: a.example, port: 2465, security: tls } } }",
    "accounts: { ops: { imap: imaps://a.example, smtp: smtps://a.example:465 } }",
  ],
  reported: [
    {
      text: "accounts: { ops: { smtp: { host: a.example, port: 465, security: «starttls» } } }",
      fixed: "accounts: { ops: { smtp: { host: a.example, port: 465, security: tls } } }",
      message: "Port 465 expects TLS from the first byte, so STARTTLS will hang. Write `security: tls`, or port 587.",
    },
    {
      text: 'accounts: { ops: { smtp: { host: a.example, port: 587, security: «"tls"» } } }',
      fixed: 'accounts: { ops: { smtp: { host: a.example, port: 587, security: "starttls" } } }',
    },
    {
      text: "accounts:\n  ops:\n    smtp: «smtp»://a.example:465\n    imap: «imaps»://a.example:143\n",
      fixed: "accounts:\n  ops:\n    smtp: smtps://a.example:465\n    imap: imaps://a.example:143\n",
    },
    {
      text: "accounts: { ops: { smtp: { host: a.example, port: 465, security: «none» } } }",
      fixed: "accounts: { ops: { smtp: { host: a.example, port: 465, security: tls } } }",
    },
    {
      text: "x-s: &s { port: 993, security: «starttls» }\naccounts: { a: { imap: { <<: *s, host: a.example } }, b: { imap: { <<: *s, host: b.example } } }\n",
      fixed:
        "x-s: &s { port: 993, security: tls }\naccounts: { a: { imap: { <<: *s, host: a.example } }, b: { imap: { <<: *s, host: b.example } } }\n",
    },
  ],
});
