import rule from "../../../../server/src/core/rules/config/host-typo.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "accounts: { ops: { smtp: { host: smtp.gmail.com } } }",
    "accounts: { ops: { smtp: { host: smtp.qqq.example } } }",
    "accounts: { ops: { smtp: { host: mail.example.com } } }",
  ],
  reported: [
    {
      text: "accounts: { ops: { smtp: { host: «smtp.gmial.com» } } }",
      fixed: "accounts: { ops: { smtp: { host: smtp.gmail.com } } }",
      message:
        "`smtp.gmial.com` is one letter away from `smtp.gmail.com`: another server would get the login. Write `smtp.gmail.com`.",
    },
    {
      text: "accounts: { ops: { smtp: { host: «SMTP.GMAL.COM» } } }",
      fixed: "accounts: { ops: { smtp: { host: smtp.gmail.com } } }",
    },
    {
      text: "accounts: { ops: { imap: imaps://«imap.gmai.com»:993 } }",
      fixed: "accounts: { ops: { imap: imaps://imap.gmail.com:993 } }",
    },
  ],
});
