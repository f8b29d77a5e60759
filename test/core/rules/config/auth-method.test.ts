import rule from "../../../../server/src/core/rules/config/auth-method.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "accounts: { ops: { smtp: { host: smtp.qq.com, auth: { method: plain } } } }",
    "accounts: { ops: { smtp: { host: a.example, auth: { method: xoauth2 } } } }",
    "accounts: { ops: { smtp: { host: smtp.office365.com, auth: { method: plain } } } }",
  ],
  reported: [
    {
      text: "accounts: { ops: { smtp: { host: smtp.qq.com, auth: { method: «xoauth2» } } } }",
      fixed: "accounts: { ops: { smtp: { host: smtp.qq.com, auth: { method: plain } } } }",
      message: "QQ Mail does not offer `xoauth2` and answers 504. Write `plain`.",
    },
    {
      text: "accounts: { ops: { smtp: { host: a.example, auth: { method: «cram-md5» } } } }",
      fixed: "accounts: { ops: { smtp: { host: a.example, auth: { method: plain } } } }",
    },
    {
      text: 'accounts:\n  ops:\n    provider: gmail\n    imap:\n      auth:\n        method: «"cram-md5"»\n',
      fixed: 'accounts:\n  ops:\n    provider: gmail\n    imap:\n      auth:\n        method: "plain"\n',
    },
  ],
});
