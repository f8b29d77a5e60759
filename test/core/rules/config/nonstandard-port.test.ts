import rule from "../../../../server/src/core/rules/config/nonstandard-port.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "accounts: { ops: { smtp: { host: a.example, port: 2525 } } }",
    "accounts: { a: { smtp: { host: a.example, port: 2587 } }, b: { smtp: { host: a.example, port: 2465 } } }",
    "accounts: { ops: { smtp: { host: mail.corp, port: 1025 } } }",
    "accounts: { ops: { smtp: { host: localhost, port: 1025 } } }",
    "accounts: { ops: { smtp: { host: smtp.gmail.com, port: 4650 } } }",
    "accounts: { ops: { smtp: { host: a.example, port: 993 } } }",
  ],
  reported: [
    {
      text: "accounts: { ops: { smtp: { host: a.example, port: «4650» } } }",
      message: "Port 4650 is not registered for `smtp`, so firewalls may stop it. Usual are 465, 587.",
    },
    { text: "accounts: { ops: { imap: imaps://a.example:«9993» } }" },
    {
      text: "accounts: { a: { smtp: { host: a.example, port: «26» } }, b: { pop3: { host: a.example, port: «9995» } } }",
    },
  ],
});
