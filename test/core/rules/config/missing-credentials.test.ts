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
    { text: "accounts: { ops: { «smtp»: { host: smtp.qq.com } } }" },
    { text: "accounts: { ops: { smtp: { host: a.example, «auth»: { username: u } } } }" },
    { text: "accounts: { ops: { smtp: { host: a.example, «auth»: { method: xoauth2, username: u } } } }" },
  ],
});
