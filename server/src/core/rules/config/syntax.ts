import { defineRule } from "../../rule.ts";

/** Every place of the file that YAML cannot read, once each. */
export default defineRule({
  code: "config/syntax",
  target: "config",
  severity: "error",
  fixable: false,
  summary: "A line that YAML cannot read; the lines around it are still checked.",
  docs: {
    why: "A program that reads the file stops at its first mistake and uses nothing of it. The usual causes are a tab, a \
quote that is not closed, a blank that is missing after a colon, and a value with a second colon.",
    bad: "accounts:\n\tops: { from: ops@example.com }",
    good: "accounts:\n  ops: { from: ops@example.com }",
  },
  references: ["YAML 1.2.2 §6.1", "YAML 1.2.2 §7.3"],
  messages: {
    tab: "A tab indents this line, which YAML forbids. Write spaces.",
    indentation:
      "This line is not indented as its neighbours are, so nobody can tell where it belongs. Align it with them.",
    missingBlank: "`{text}` has no blank after its colon, so YAML reads one word. Write a blank after `:`.",
    missingDash: "A list item begins with `- `. Write it before `{text}`, or indent the line below the item before.",
    unexpectedDash: "A list item stands between keys. Indent the list below its key.",
    missingColon: "`{text}` has no colon. Write `{text}:` and a value.",
    colonInValue: "`{text}` holds a second colon with a blank after it. Put the value in quotes, or begin a new line.",
    unclosedQuote: "This quote is not closed. Write the same quote at the end of the value.",
    unclosedBracket: "This `{text}` is not closed, so the value has no end. Write the closing bracket.",
    bracketIndent: "`{text}` closes a value but is indented no deeper than its key. Indent it.",
    missingComma: "A comma is missing before `{text}`.",
    escape: "`{text}` is no escape in a quoted value. Write `\\\\` for a backslash, or use single quotes.",
    reserved: "A plain value cannot begin like `{text}`. Put it in quotes.",
    strayBracket: "`{text}` closes nothing. Delete it, or write the opening bracket.",
    conflict:
      "A merge conflict is not resolved: the lines after `=======` are left out. Keep one side and delete the marks.",
    control: "A control character stands here, which YAML forbids. Delete it.",
    tooDeep: "More than 100 levels are nested here; nothing below is read.",
    undefinedAlias: "No anchor `&{text}` stands before this alias. Write the anchor, or correct the name.",
    unreadable: "YAML cannot read this: {text}.",
  },
  *check({ issues }) {
    for (const { reason, span, detail } of issues) {
      if (reason !== "duplicateKey") yield { message: reason, data: { text: detail }, span };
    }
  },
});
