import rule from "../../../../server/src/core/rules/mta-sts/policy-syntax.ts";
import { testRule } from "../../../support/testRule.ts";

const GOOD = "version: STSv1\nmode: enforce\nmx: mx1.example.com\nmax_age: 604800";

testRule(rule, {
  clean: [
    "",
    "\n\n",
    GOOD,
    `${GOOD}\n`,
    `${GOOD.replaceAll("\n", "\r\n")}\r\n`,
    GOOD.replaceAll("\n", " \t\n"),
    "version:STSv1\nmode:\t enforce",
    "x-note.1: a: b = ü; # c",
    "version:",
  ],
  reported: [
    {
      text: "version: STSv1«; »mode: enforce; mx: mx1.example.com, max_age: 604800",
      message:
        "Each key needs a line of its own, or senders read one long value and ignore the policy. Break the line here.",
      fixed: "version: STSv1\nmode: enforce\nmx: mx1.example.com\nmax_age: 604800",
    },
    {
      text: "version: STSv1«\\r\\n»mode: enforce\\nmx: a.example\r\nmax_age: 604800\r\n",
      fixed: "version: STSv1\r\nmode: enforce\r\nmx: a.example\r\nmax_age: 604800\r\n",
    },
    {
      text: "mode: enforce\n«mx:»\n  - a.example\n  - b.example\nmax_age: 604800\nmx: c.example",
      message:
        "Policy files have no lists, so strict senders drop the whole policy. Write an `mx:` line for each host.",
      fixed: "mode: enforce\nmx: a.example\nmx: b.example\nmax_age: 604800\nmx: c.example",
    },
    { text: "«v=STSv1»\n«mode：none»", fixed: "version: STSv1\nmode：none" },
    {
      text: "version: STSv1\n«# hosts»\nmx: mx1.example.com",
      message: "Policy files have no comments, so strict senders drop the whole policy. Delete the line.",
      fixed: "version: STSv1\nmx: mx1.example.com",
    },
    { text: "version: STSv1\r\n«; mode: testing»", fixed: "version: STSv1" },
    {
      text: "version: STSv1\n«\n \n»mode: enforce\n",
      severity: "warning",
      message: "An empty line is no `key: value`, and strict senders drop the whole policy. Delete it.",
      fixed: "version: STSv1\nmode: enforce\n",
    },
    { text: "version: STSv1\nmode: none\n«\n»", severity: "hint", fixed: "version: STSv1\nmode: none\n" },
    { text: "version: STSv1\n«  »mode: enforce", fixed: "version: STSv1\nmode: enforce" },
    { text: "version«\t »: STSv1", fixed: "version: STSv1" },
    {
      text: "«mode=enforce»",
      message:
        "`mode=enforce` is no `key: value`, and strict senders drop the whole policy. Write a key, `:` and its value.",
      fixed: "mode: enforce",
    },
    { text: "«max_age 604800»\n«mx»\n«what is this»", fixed: "max_age: 604800\nmx\nwhat is this" },
    { text: "«Grüße»: a\n«:» b\n«a b»: c" },
    { text: "«x-note:»\nmode: none", fixed: "mode: none" },
    { text: "version: STSv1\nmode: none«\r»max_age: 86400" },
  ],
});
