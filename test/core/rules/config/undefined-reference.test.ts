import rule from "../../../../server/src/core/rules/config/undefined-reference.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    'accounts: { ops: { smtp: { host: a.example, auth: { password: "${env:P}" } } } }',
    'accounts: { ops: { smtp: { host: a.example, auth: { password: "${secret:a-b.c}" } } } }',
    'test: { text: "costs ${5}" }',
    'accounts: { ops: { smtp: { host: "${env:HOST}", auth: { username: "a${env:U}" } } } }',
  ],
  reported: [
    {
      text: 'accounts: { ops: { smtp: { host: a.example, auth: { password: "«${PASS}»" } } } }',
      fixed: 'accounts: { ops: { smtp: { host: a.example, auth: { password: "${env:PASS}" } } } }',
      message: "`${PASS}` names neither `env` nor `secret`, so it is sent as it stands. Write `${env:PASS}`.",
    },
    {
      text: "accounts: { ops: { smtp: { host: a.example, auth: { password: «$PASS» } } } }",
      fixed: 'accounts: { ops: { smtp: { host: a.example, auth: { password: "${env:PASS}" } } } }',
    },
    {
      text: 'accounts: { ops: { from: "«${env:FROM:-ops@example.com}»" } }',
      message:
        "References have no default, so `${env:FROM:-ops@example.com}` is sent as it stands. Write `${env:FROM}`.",
      fixed: 'accounts: { ops: { from: "${env:FROM}" } }',
    },
    {
      text: 'accounts: { ops: { smtp: { host: a.example, auth: { password: "«${secrets.mail}»" } } } }',
      fixed: 'accounts: { ops: { smtp: { host: a.example, auth: { password: "${secret:mail}" } } } }',
    },
    {
      text: 'accounts: { ops: { smtp: { host: a.example, auth: { username: "«${env:}»", password: "«${env:A»" } } } }',
    },
    {
      text: 'accounts: { ops: { smtp: { host: a.example, auth: { password: «"{{ mail.pass }}"» } } } }',
      fixed: 'accounts: { ops: { smtp: { host: a.example, auth: { password: "${env:mail_pass}" } } } }',
    },
  ],
});
