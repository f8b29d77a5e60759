import { defineRule } from "../../rule.ts";
import { span } from "../../text/span.ts";

/** A quote that its line does not close. Quotes end with their line here, so that one slip costs one record. */
export default defineRule({
  code: "zone/unterminated-string",
  target: "entry",
  severity: "error",
  fixable: "suggestion",
  summary: "A quote is not closed on its line.",
  docs: {
    why: "Servers read on to the next quote, over the end of the line, or give up at once. Either way the zone is refused, or two records become one text.",
    bad: 'example.com. IN TXT "v=spf1 -all',
    good: 'example.com. IN TXT "v=spf1 -all"',
  },
  references: ["RFC 1035 §5.1"],
  messages: {
    open: 'This quote is not closed on its line, so servers refuse the zone. Close it with `"`.',
  },
  titles: {
    close: 'Close the quote (`"`)',
  },
  *check(entry) {
    for (const issue of entry.issues) {
      if (issue.code !== "zone/unterminated-string") continue;
      const text = entry.text.slice(issue.span.start, issue.span.end);
      // The quote has swallowed the closing parenthesis of its record.
      const content = Number(issue.data?.["swallowed"] ?? 0) > 0 ? text.replace(/\s?\)\s?$/, "") : text.trimEnd();
      const at = issue.span.start + content.length;
      const edits = [{ span: span(at, at), newText: '"' }];
      yield { message: "open", span: issue.span, fix: { kind: "suggestion", title: "close", edits } };
    }
  },
});
