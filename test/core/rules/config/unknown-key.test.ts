import rule from "../../../../server/src/core/rules/config/unknown-key.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "x-mine: 1",
    ".tls: &tls { minVersion: TLSv1.3 }\naccounts: { ops: { smtp: { host: a.example, tls: *tls } } }",
    "rules: { any: off }",
    "accounts: { any: {} }",
    "x-x: &x { a: 1 }",
    "accounts: { ops: { smtp: { host: a.example } } }",
  ],
  reported: [
    {
      text: "accounts: { ops: { smtp: { «hsot»: a.example, host: b.example } } }",
      message: "`hsot` is no key of this place, so it is ignored. Take it out; a key of your own begins with `x-`.",
    },
    {
      text: "accounts: { ops: { smtp: { «hots»: a.example } } }",
      fixed: "accounts: { ops: { smtp: { host: a.example } } }",
      message: "`hots` is no key of this place, so it is ignored. Write `host`.",
    },
    {
      text: "accounts: { ops: { smtp: { host: a.example, «secure»: true } } }",
      fixed: "accounts: { ops: { smtp: { host: a.example, security: tls } } }",
    },
    {
      text: "accounts:\n  ops:\n    «port»: 465\n    smtp:\n      host: a.example\n",
      fixed: "accounts:\n  ops:\n    smtp:\n      host: a.example\n      port: 465\n",
    },
    {
      text: "accounts: { ops: { smtp: { auth: { «user»: u, «pass»: p } } } }",
      fixed: "accounts: { ops: { smtp: { auth: { username: u, pass: p } } } }",
    },
    { text: "«Accounts»: {}\n", fixed: "accounts: {}\n" },
    { text: "«zebra»: 1" },
  ],
});
