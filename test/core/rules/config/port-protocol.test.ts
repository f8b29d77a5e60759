import rule from "../../../../server/src/core/rules/config/port-protocol.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "accounts: { ops: { smtp: { host: a.example, port: 465 } } }",
    "accounts: { ops: { imap: { host: a.example, port: 993 } } }",
    "accounts: { ops: { smtp: { host: a.example, port: 24 } } }",
  ],
  reported: [
    {
      text: "accounts: { ops: { smtp: { host: a.example, port: «993» } } }",
      fixed: "accounts: { ops: { smtp: { host: a.example, port: 465 } } }",
      message: "Port 993 is for IMAPS, so nothing here will be understood. Write 465 for `smtp`.",
    },
    {
      text: "accounts: { ops: { provider: proton, smtp: { host: 127.0.0.1, port: «993», security: starttls } } }",
      fixed: "accounts: { ops: { provider: proton, smtp: { host: 127.0.0.1, port: 1025, security: starttls } } }",
    },
    {
      text: "accounts: { ops: { imap: { host: a.example, port: «110», security: starttls } } }",
      fixed: "accounts: { ops: { imap: { host: a.example, port: 143, security: starttls } } }",
    },
    {
      text: "accounts: { ops: { pop3: pop3s://a.example:«993» } }",
      fixed: "accounts: { ops: { pop3: pop3s://a.example:995 } }",
    },
  ],
});
