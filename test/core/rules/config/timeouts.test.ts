import rule from "../../../../server/src/core/rules/config/timeouts.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "accounts: { ops: { smtp: { host: a.example, timeouts: { connection: 10s, greeting: 1s, socket: 10m } } } }",
    "accounts: { ops: { smtp: { host: a.example, timeouts: { connection: 10 } } } }",
    "accounts: { ops: { smtp: { host: a.example, keepAlive: 1ms } } }",
  ],
  reported: [
    {
      text: "accounts: { ops: { smtp: { host: a.example, timeouts: { connection: «0s» } } } }",
      message: "`0s` is too short to connect over the Internet, so mail fails at random. Write 10s or more.",
    },
    { text: "accounts: { ops: { smtp: { host: a.example, timeouts: { greeting: «999ms», socket: «1h» } } } }" },
    { text: 'accounts: { ops: { imap: { host: a.example, timeouts: { socket: «"11M"» } } } }' },
  ],
});
