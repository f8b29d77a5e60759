import rule from "../../../../server/src/core/rules/config/unknown-key.ts";
import spfPassAll from "../../../../server/src/core/rules/spf/pass-all.ts";
import spfPtr from "../../../../server/src/core/rules/spf/ptr.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  beside: [spfPassAll, spfPtr],
  clean: [
    "rules: { spf/ptr: off, spf/*: warning, '*': info, config/unknown-key: hint }",
    "x-mine: 1",
    ".tls: &tls { minVersion: TLSv1.3 }\naccounts: { ops: { smtp: { host: a.example, tls: *tls } } }",
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
    {
      text: "rules: { «any»: off }",
      message: "There is no rule `any`, so this line changes nothing. Correct the code, or take it out.",
    },
    {
      text: "rules:\n  «spf/prt»: off\n  «spf»: off\n",
      fixed: "rules:\n  spf/ptr: off\n  spf: off\n",
      message: "There is no rule `spf/prt`, so this line changes nothing. Write `spf/ptr`.",
    },
    { text: "rules: { «'sfp/*'»: off }", fixed: "rules: { spf/*: off }" },
    { text: "rules: { «pass-all»: off }", fixed: "rules: { spf/pass-all: off }" },
    { text: "rules: { «SPF/PTR»: off }", fixed: "rules: { spf/ptr: off }" },
    {
      text: "accounts: { ops: { «dkim»: [ { selector: s1 } ] } }",
      message:
        "`dkim` belongs to the top of the file, so it is ignored here. Write it there, without blanks before it.",
    },
    { text: "«Accounts»: {}\n", fixed: "accounts: {}\n" },
    { text: "«zebra»: 1" },
  ],
});
