import rule from "../../../../server/src/core/rules/config/username-form.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "accounts: { ops: { smtp: { host: smtp.qq.com, auth: { username: ops@qq.com } } } }",
    "accounts: { ops: { imap: { host: imap.mail.me.com, auth: { username: ops } } } }",
    "accounts: { ops: { smtp: { host: a.example, auth: { username: ops } } } }",
    "accounts: { ops: { smtp: { host: smtp.sendgrid.net, auth: { username: apikey } } } }",
    "accounts: { ops: { smtp: { host: smtp.postmarkapp.com, auth: { username: 1234 } } } }",
  ],
  reported: [
    {
      text: "accounts: { ops: { smtp: { host: smtp.qq.com, auth: { username: «ops» } } } }",
      fixed: "accounts: { ops: { smtp: { host: smtp.qq.com, auth: { username: ops@qq.com } } } }",
      message: "QQ Mail wants the whole mail address as user name and answers 535 to `ops`. Write `ops@qq.com`.",
    },
    {
      text: 'accounts: { ops: { from: Ops <x@example.com>, smtp: { host: smtp.gmail.com, auth: { username: «"ops"» } } } }',
      fixed:
        'accounts: { ops: { from: Ops <x@example.com>, smtp: { host: smtp.gmail.com, auth: { username: "ops@example.com" } } } }',
    },
    {
      text: "accounts: { ops: { smtp: { host: smtp.mail.me.com, auth: { username: «ops» } } } }",
      fixed: "accounts: { ops: { smtp: { host: smtp.mail.me.com, auth: { username: ops@icloud.com } } } }",
    },
    {
      text: "accounts: { ops: { smtp: { host: smtp.sendgrid.net, auth: { username: «ops@example.com» } } } }",
      fixed: "accounts: { ops: { smtp: { host: smtp.sendgrid.net, auth: { username: apikey } } } }",
    },
  ],
});
