import rule from "../../../../server/src/core/rules/config/tls-verify-off.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    'accounts: { ops: { smtp: { host: a.example, tls: { rejectUnauthorized: "false" } } } }',
    "rejectUnauthorized: false",
    "accounts: { ops: { smtp: { host: localhost, tls: { rejectUnauthorized: false } } } }",
  ],
  reported: [
    {
      text: "accounts: { ops: { smtp: { host: a.example, tls: { rejectUnauthorized: «false» } } } }",
      fixed: "accounts: { ops: { smtp: { host: a.example, tls: { rejectUnauthorized: true } } } }",
      message:
        "`false` accepts any certificate, a forged one too. Write `true`, and name a private authority in `caFile`.",
    },
    {
      text: "accounts: { ops: { smtp: { host: a.example, tls: { rejectUnauthorized: «FALSE» } } } }",
      fixed: "accounts: { ops: { smtp: { host: a.example, tls: { rejectUnauthorized: true } } } }",
    },
    {
      text: "accounts:\n  ops:\n    imap:\n      host: a.example\n      tls:\n        rejectUnauthorized: «false» # why\n",
      fixed:
        "accounts:\n  ops:\n    imap:\n      host: a.example\n      tls:\n        rejectUnauthorized: true # why\n",
    },
  ],
});
