import rule from "../../../../server/src/core/rules/config/provider-mismatch.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "accounts: { ops: { smtp: { host: smtp.office365.com, port: 587, security: starttls } } }",
    "accounts: { ops: { provider: qq } }",
    "accounts: { ops: { provider: amazon-ses, smtp: { host: email-smtp.eu-north-1.amazonaws.com, port: 465 } } }",
    "accounts: { ops: { provider: qq, smtp: { host: localhost, port: 1025 } } }",
  ],
  reported: [
    {
      text: "accounts: { ops: { smtp: { host: smtp.office365.com, port: «465», security: tls } } }",
      fixed: "accounts: { ops: { smtp: { host: smtp.office365.com, port: 587, security: starttls } } }",
      message:
        "Microsoft 365 does not listen on port 465, so the connection hangs. Write 587 with `security: starttls`.",
    },
    {
      text: "accounts: { ops: { provider: QQ, smtp: { host: «smtp.163.com» } } }",
      fixed: "accounts: { ops: { provider: QQ, smtp: { host: smtp.qq.com } } }",
    },
    {
      text: "accounts: { ops: { smtp: smtps://smtp.office365.com:«465» } }",
      fixed: "accounts: { ops: { smtp: smtp://smtp.office365.com:587 } }",
    },
    {
      text: "accounts: { ops: { smtp: { host: smtp.resend.com, port: 2465, security: «starttls» } } }",
      fixed: "accounts: { ops: { smtp: { host: smtp.resend.com, port: 2465, security: tls } } }",
    },
  ],
});
