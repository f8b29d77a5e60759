import rule from "../../../../server/src/core/rules/config/prefer-implicit-tls.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "accounts: { ops: { smtp: { host: smtp.gmail.com, port: 465, security: tls } } }",
    "accounts: { ops: { smtp: { host: smtp.office365.com, port: 587, security: starttls } } }",
    "accounts: { ops: { smtp: { host: smtp.sendgrid.net, port: 2525, security: starttls } } }",
    "accounts: { ops: { smtp: { host: a.example, port: 587, security: starttls } } }",
  ],
  reported: [
    {
      text: "accounts: { ops: { smtp: { host: smtp.gmail.com, port: 587, security: «starttls» } } }",
      fixed: "accounts: { ops: { smtp: { host: smtp.gmail.com, port: 465, security: tls } } }",
      message:
        "Gmail / Google Workspace offers TLS from the first byte on port 465, which nobody can hold back. Prefer it.",
    },
    {
      text: "accounts: { ops: { smtp: «smtp»://smtp.qq.com } }",
      fixed: "accounts: { ops: { smtp: smtps://smtp.qq.com } }",
    },
    {
      text: "accounts: { ops: { imap: { host: imap.163.com, port: «143» } } }",
      fixed: "accounts: { ops: { imap: { host: imap.163.com, port: 993, security: tls } } }",
    },
  ],
});
