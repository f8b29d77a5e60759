import rule from "../../../../server/src/core/rules/config/host-form.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "accounts: { ops: { smtp: { host: smtp.example.com } } }",
    'accounts: { ops: { smtp: { host: "2001:db8::1" } } }',
    'accounts: { ops: { smtp: { host: "[2001:db8::1]" } } }',
    "accounts: { ops: { smtp: { host: 192.0.2.1 } } }",
    "accounts: { ops: { smtp: { host: müller.example } } }",
    'accounts: { ops: { smtp: { host: "${env:H}" } } }',
  ],
  reported: [
    {
      text: "accounts:\n  ops:\n    smtp:\n      host: «smtp://mail.example.com:587»\n      security: starttls\n",
      fixed: "accounts:\n  ops:\n    smtp:\n      host: mail.example.com\n      port: 587\n      security: starttls\n",
    },
    {
      text: "accounts: { ops: { smtp: { host: «smtps://mail.example.com:2465» } } }",
      fixed: "accounts: { ops: { smtp: { host: mail.example.com, port: 2465, security: tls } } }",
    },
    {
      text: "accounts: { ops: { smtp: { host: «'smtp.qq.com:465'» } } }",
      fixed: "accounts: { ops: { smtp: { host: 'smtp.qq.com', port: 465 } } }",
      message: "`smtp.qq.com:465` is more than a host name, so DNS finds nothing. Write `smtp.qq.com`.",
    },
    {
      text: "accounts:\n  ops:\n    smtp:\n      host: «smtp.qq.com:465»\n      port: 465\n",
      fixed: "accounts:\n  ops:\n    smtp:\n      host: smtp.qq.com\n      port: 465\n",
    },
    {
      text: "accounts:\n  ops:\n    smtp:\n      host: «SMTP:smtp.example.com:465 (SSL)»\n",
      fixed: "accounts:\n  ops:\n    smtp:\n      host: smtp.example.com\n      port: 465\n",
    },
    {
      text: 'accounts: { ops: { smtp: { host: «"smtp://a.example"» } } }',
      fixed: 'accounts: { ops: { smtp: { host: "a.example", security: starttls } } }',
    },
    {
      text: 'accounts: { ops: { smtp: { host: «"smtp. example.com "» } } }',
      fixed: 'accounts: { ops: { smtp: { host: "smtp.example.com" } } }',
    },
    { text: "accounts: { ops: { smtp: { host: «my_host.example» } } }" },
    { text: "accounts: { ops: { smtp: { host: «a..example» } } }" },
  ],
});
