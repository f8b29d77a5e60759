import { defineRule } from "../../rule.ts";

export default defineRule({
  code: "zone/unbalanced-parenthesis",
  target: "entry",
  severity: "error",
  fixable: false,
  summary: "A parenthesis has no partner.",
  docs: {
    why: "Parentheses let a record go on over line ends. An open one swallows the records after it; a closing one alone cannot be read. Servers refuse the zone.",
    bad: "example.com. IN MX ( 10 mail.example.com.",
    good: "example.com. IN MX ( 10 mail.example.com. )",
  },
  references: ["RFC 1035 §5.1"],
  messages: {
    open: "This `(` is never closed, so servers read the next records as part of this one. Close it with `)`.",
    close: "This `)` closes nothing, so servers refuse the zone. Remove it, or open the record's data with `(`.",
  },
  *check(entry) {
    for (const { code, detail, span } of entry.issues) {
      if (code === "zone/unbalanced-parenthesis") yield { message: detail === ")" ? "close" : "open", span };
    }
  },
});
