import { defineRule, replace } from "../../rule.ts";
import type { Span } from "../../text/span.ts";

export default defineRule({
  code: "zone/unbalanced-parenthesis",
  target: "entry",
  severity: "error",
  fixable: "suggestion",
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
  titles: { close: "Close it with `)`", remove: "Remove this `)`" },
  *check(entry) {
    for (const { code, detail, span } of entry.issues) {
      if (code !== "zone/unbalanced-parenthesis") continue;
      if (detail === ")") {
        const { span: at, newText } = removal(entry.text, span);
        yield { message: "close", span, fix: replace("suggestion", "remove", at, newText) };
        continue;
      }
      const { end } = entry.span;
      yield { message: "open", span, fix: replace("suggestion", "close", { start: end, end }, " )") };
    }
  },
});

/** What goes with it and what stays: one blank between two words, none more than before. */
function removal(text: string, { start, end }: Span): { readonly span: Span; readonly newText: string } {
  const isWordBefore = /[^\s()]$/.test(text.slice(0, start));
  const isWordAfter = /^[^\s();]/.test(text.slice(end));
  if (isWordBefore && isWordAfter) return { span: { start, end }, newText: " " };
  const hasBlankBefore = /[ \t]/.test(text[start - 1] ?? "");
  return { span: { start: start - Number(hasBlankBefore && !isWordAfter), end }, newText: "" };
}
