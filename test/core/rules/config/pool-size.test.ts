import rule from "../../../../server/src/core/rules/config/pool-size.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "accounts: { ops: { smtp: { host: a.example, pool: { maxConnections: 50 } } } }",
    "accounts: { ops: { smtp: { host: smtp.office365.com, pool: { maxConnections: 3 } } } }",
    "accounts: { ops: { smtp: { host: a.example, pool: { maxMessages: 500 } } } }",
  ],
  reported: [
    {
      text: "accounts: { ops: { smtp: { host: a.example, pool: { maxConnections: «51» } } } }",
      fixed: "accounts: { ops: { smtp: { host: a.example, pool: { maxConnections: 50 } } } }",
      message: "51 connections at once are more than servers take; they answer 421. Write 50 or fewer.",
    },
    {
      text: "accounts: { ops: { smtp: { host: smtp.office365.com, pool: { maxConnections: «10» } } } }",
      fixed: "accounts: { ops: { smtp: { host: smtp.office365.com, pool: { maxConnections: 3 } } } }",
    },
    {
      text: "accounts:\n  ops:\n    smtp:\n      host: a.example\n      pool:\n        maxConnections: «200» # fast\n",
      fixed: "accounts:\n  ops:\n    smtp:\n      host: a.example\n      pool:\n        maxConnections: 50 # fast\n",
    },
  ],
});
