import rule from "../../../../server/src/core/rules/config/missing-credentials.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "accounts: { ops: { smtp: { host: a.example } } }",
    'accounts: { ops: { smtp: { host: smtp.qq.com, auth: { username: u, password: "${env:P}" } } } }',
    "accounts: { ops: { smtp: { host: smtp-relay.gmail.com } } }",
  ],
  reported: [
    {
      text: "accounts: { ops: { provider: «qq» } }",
      message:
        "QQ Mail takes mail only after a login, and answers 530 without one. Write `auth` with user name and password.",
    },
    {
      text: "accounts: { ops: { from: a@qq.com, «smtp»: { host: smtp.qq.com } } }",
      fixed:
        'accounts: { ops: { from: a@qq.com, smtp: { host: smtp.qq.com, auth: { method: plain, username: a@qq.com, password: "${env:QQ_AUTH_CODE}" } } } }',
    },
    {
      text: "accounts:\n  ops:\n    provider: sendgrid\n    «smtp»:\n      port: 587 # works here\n",
      fixed:
        'accounts:\n  ops:\n    provider: sendgrid\n    smtp:\n      port: 587 # works here\n      auth: { method: plain, username: apikey, password: "${env:SENDGRID_API_KEY}" }\n',
    },
    {
      text: "accounts: { ops: { smtp: { host: a.example, «auth»: { username: u } } } }",
      fixed:
        'accounts: { ops: { smtp: { host: a.example, auth: { username: u, password: "${env:SMTP_PASSWORD}" } } } }',
    },
    { text: "accounts: { ops: { smtp: { host: a.example, «auth»: { method: xoauth2, username: u } } } }" },
  ],
});
