import rule from "../../../../server/src/core/rules/cross/suppression-unused.ts";
import passAll from "../../../../server/src/core/rules/spf/pass-all.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  beside: [passAll],
  clean: [
    '; mailconfig-disable-next-line spf/pass-all\n@ TXT "v=spf1 +all"',
    '@ TXT "v=spf1 +all" ; mailconfig-disable-line spf/pass-all',
    '; mailconfig-disable spf/pass-all\n@ TXT "v=spf1 +all"',
  ],
  reported: [
    {
      text: '«; mailconfig-disable-next-line spf/pass-all»\n@ TXT "v=spf1 -all"',
      message: "Nothing here is reported by `spf/pass-all`, so this comment suppresses nothing. Delete it.",
      fixed: '@ TXT "v=spf1 -all"',
    },
    {
      text: '; mailconfig-disable-next-line spf/pass-all, «no/such»\n@ TXT "v=spf1 +all"',
      message: "There is no rule `no/such`, so this comment suppresses nothing. Correct the code or delete it.",
      fixed: '; mailconfig-disable-next-line spf/pass-all\n@ TXT "v=spf1 +all"',
    },
  ],
});
