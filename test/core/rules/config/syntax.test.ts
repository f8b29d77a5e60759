import rule from "../../../../server/src/core/rules/config/syntax.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: ["version: 1\n", 'a: [1, 2]\n---\nb: "x # y"\n', "# only a comment"],
  reported: [
    { text: "accounts:\n«\t»ops: 1\n", message: "A tab indents this line, which YAML forbids. Write spaces." },
    { text: 'a: «"x»\nb: 1\n' },
    { text: "a: «[»1, 2\nb: 1\n" },
    { text: "a: 1\nb: «*none»\n" },
  ],
});
