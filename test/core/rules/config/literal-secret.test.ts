import rule from "../../../../server/src/core/rules/config/literal-secret.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    'accounts: { ops: { smtp: { host: a.example, auth: { username: u, password: "${env:P}" } } } }',
    'accounts: { ops: { smtp: { host: a.example, auth: { username: u, password: "${secret:p}" } } } }',
    "accounts: { ops: { smtp: { host: a.example, auth: { username: u, password: $P } } } }",
    "accounts: { ops: { smtp: { host: a.example, auth: { username: u, password: } } } }",
  ],
  reported: [
    {
      text: "accounts: { ops: { smtp: { host: a.example, auth: { username: u, password: «hunter2» } } } }",
      fixed:
        'accounts: { ops: { smtp: { host: a.example, auth: { username: u, password: "${env:OPS_SMTP_PASSWORD}" } } } }',
      message:
        "`password` stands in the file, so everyone who reads it can send mail. Write a reference: `${env:OPS_SMTP_PASSWORD}`.",
    },
    {
      text: 'accounts: { my-ops: { imap: { host: a.example, auth: { accessToken: «"x y"», refreshToken: «z» } } } }',
      fixed:
        'accounts: { my-ops: { imap: { host: a.example, auth: { accessToken: "${env:MY_OPS_IMAP_ACCESS_TOKEN}", refreshToken: z } } } }',
    },
    {
      text: "accounts: { 运维: { smtp: { host: a.example, auth: { username: u, password: «hunter2» } } } }",
      fixed:
        'accounts: { 运维: { smtp: { host: a.example, auth: { username: u, password: "${env:SMTP_PASSWORD}" } } } }',
    },
    {
      text: 'accounts: { ops: { smtp: "smtps://u:«hunter2»@a.example" } }',
      fixed: 'accounts: { ops: { smtp: "smtps://u@a.example" } }',
    },
  ],
});
