import rule from "../../../../server/src/core/rules/config/ehlo-name.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "accounts: { ops: { smtp: { host: a.example, ehloName: mail.example.com } } }",
    'accounts: { ops: { smtp: { host: a.example, ehloName: "[192.0.2.1]" } } }',
    'accounts: { ops: { smtp: { host: a.example, ehloName: "[IPv6:2001:db8::1]" } } }',
    "accounts: { ops: { smtp: { host: localhost, ehloName: localhost } } }",
  ],
  reported: [
    {
      text: "accounts: { ops: { smtp: { host: a.example, ehloName: «localhost» } } }",
      message:
        "`localhost` is no full host name, and receivers refuse or distrust it. Write one such as `mail.example.com`.",
    },
    { text: "accounts: { ops: { smtp: { host: a.example, ehloName: «MAIL» } } }" },
    { text: "accounts: { ops: { smtp: { host: a.example, ehloName: «laptop.local» } } }" },
    { text: "accounts: { ops: { smtp: { host: a.example, ehloName: «192.0.2.1» } } }" },
  ],
});
