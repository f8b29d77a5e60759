import rule from "../../../../server/src/core/rules/config/app-password.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    'accounts: { ops: { smtp: { host: smtp.qq.com, auth: { password: "${env:QQ_AUTH_CODE}" } } } }',
    'accounts: { ops: { smtp: { host: smtp.gmail.com, auth: { password: "${secret:gmail-app-password}" } } } }',
    'accounts: { ops: { smtp: { host: a.example, auth: { username: u, password: "${env:P}" } } } }',
    'accounts: { ops: { smtp: { host: smtp.gmail.com, auth: { method: xoauth2, password: "${env:P}" } } } }',
  ],
  reported: [
    {
      text: 'accounts: { ops: { smtp: { host: smtp.qq.com, auth: { password: «"${env:P}"» } } } }',
      message:
        "QQ Mail refuses the account's own password (535). Use an authorisation code; a name with `AUTH_CODE` ends this.",
    },
    { text: 'accounts: { ops: { smtp: { host: smtp.gmail.com, auth: { password: «"${env:P}"» } } } }' },
    { text: 'accounts: { ops: { provider: icloud, imap: { auth: { password: «"${secret:icloud}"» } } } }' },
  ],
});
