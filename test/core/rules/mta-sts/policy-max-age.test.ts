import rule from "../../../../server/src/core/rules/mta-sts/policy-max-age.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "version: STSv1\nmode: enforce\nmx: ",
    "version: STSv1",
    "",
    "mode: enforce\nmax_age: 604800",
    "mode: testing\nmax_age: 86400",
    "mode: none\nmax_age: 300",
    "max_age: 31557600",
    "max_age: 0604800",
    "max-age: 1",
  ],
  reported: [
    {
      text: "max_age: «7d»",
      message: "`7d` is no number of seconds, so senders ignore the policy. Write digits only, such as `604800`.",
      fixed: "max_age: 604800",
    },
    { text: "max_age: «30d»", fixed: "max_age: 2592000" },
    { text: "max_age: «-1»", fixed: "max_age: 604800" },
    { text: "«max_age:»", fixed: "max_age: 604800" },
    {
      text: "max_age: «31557601»",
      message: "`31557601` is over a year, more than senders accept. Write at most `31557600`.",
      fixed: "max_age: 31557600",
    },
    { text: "max_age: «00000604800»", fixed: "max_age: 31557600" },
    { text: "mode: testing\nmax_age: «86399»", severity: "warning", fixed: "mode: testing\nmax_age: 604800" },
    {
      text: "mode: enforce\nmax_age: «86400»",
      severity: "warning",
      message: "Senders forget this policy within a week. Write `604800` (a week) or more where TLS is enforced.",
      fixed: "mode: enforce\nmax_age: 604800",
    },
    {
      text: "version: STSv1\n«mode: none»\n",
      message: "The `max_age` is missing, so senders ignore the policy. Write how many seconds they may keep it.",
      fixed: "version: STSv1\nmode: none\nmax_age: 604800\n",
    },
  ],
});
