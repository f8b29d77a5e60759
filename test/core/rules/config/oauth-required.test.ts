import rule from "../../../../server/src/core/rules/config/oauth-required.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "accounts: { ops: { smtp: { host: smtp.office365.com, auth: { method: xoauth2 } } } }",
    'accounts: { ops: { smtp: { host: a.example, auth: { username: u, password: "${env:P}" } } } }',
    "accounts: { ops: { smtp: { host: smtp.office365.com } } }",
  ],
  reported: [
    {
      text: "accounts: { ops: { smtp: { host: smtp.office365.com, auth: { method: «login» } } } }",
      message:
        "Microsoft 365 switches passwords off by default at the end of December 2026 (535 5.7.139). Write `method: xoauth2`.",
    },
    {
      text: 'accounts: { ops: { provider: outlook, smtp: { auth: { method: «plain», accessToken: "${env:T}" } } } }',
      fixed: 'accounts: { ops: { provider: outlook, smtp: { auth: { method: xoauth2, accessToken: "${env:T}" } } } }',
    },
    { text: 'accounts: { ops: { provider: outlook, smtp: { auth: { password: «"${env:P}"» } } } }' },
    { text: "accounts: { ops: { provider: m365, imap: { auth: { username: u, method: «plain» } } } }" },
  ],
});
