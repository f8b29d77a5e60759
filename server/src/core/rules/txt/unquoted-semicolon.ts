import { quoteWritten } from "../../model/longStrings.ts";
import { defineRule, replace } from "../../rule.ts";
import { span } from "../../text/span.ts";

const MESSAGES = {
  cut: "An unquoted `;` begins a comment, so receivers do not see `{text}`. Quote the whole value.",
} as const;

export default defineRule({
  code: "txt/unquoted-semicolon",
  target: "txt",
  severity: "error",
  fixable: "safe",
  summary: "An unquoted semicolon cuts a policy record short.",
  docs: {
    why: "In a zone file a semicolon outside quotes begins a comment. All that follows is lost: receivers see half a policy, or none.",
    bad: "_dmarc.example.com. IN TXT v=DMARC1; p=none",
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=none"',
  },
  references: ["RFC 1035 §5.1"],
  messages: MESSAGES,
  titles: {
    quote: "Quote the whole value",
  },
  *check({ record, strings, policy }) {
    const [first] = strings;
    const last = strings.at(-1);
    if (policy === undefined || policy === "spf" || !first || !last || strings.some(({ isQuoted }) => isQuoted)) return;
    const comment = record.comments.find(({ start }) => start >= last.span.end);
    if (!comment || /[^\t ]/.test(record.text.slice(last.span.end, comment.start))) return;
    const tags = tagsIn(record.text.slice(comment.start, comment.end));
    if (tags === "") return;
    const at = span(first.span.start, comment.start + tags.length);
    const words = strings.map(({ text }) => text).join(" ");
    const value = quoteWritten(`${words}${record.text.slice(last.span.end, comment.start)}${tags.replaceAll('"', "")}`);
    const text = tags.replace(/^;\s*/, "");
    yield {
      message: "cut",
      data: { text },
      span: span(comment.start, at.end),
      fix: replace("safe", "quote", at, value),
    };
  },
});

/** The beginning of a comment that reads as a tag list: a remark behind it stays one. */
function tagsIn(comment: string): string {
  let end = 0;
  for (const part of comment.slice(1).split(";")) {
    if (!/^(?:\s|\\032)*[a-z]+\s*=/i.test(part) && !(part.trim() === "" && end > 0)) break;
    end += part.length + 1;
  }
  return comment.slice(0, end).trimEnd();
}
