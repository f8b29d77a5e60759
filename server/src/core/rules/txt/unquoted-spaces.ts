import { quoteWritten } from "../../model/longStrings.ts";
import { isUnquotedText } from "../../model/txtFaults.ts";
import { defineRule, replace } from "../../rule.ts";
import { span } from "../../text/span.ts";

const MESSAGES = {
  joined: "Without quotes the words are joined: receivers read `{text}`. Quote the whole value.",
} as const;

export default defineRule({
  code: "txt/unquoted-spaces",
  target: "txt",
  severity: "error",
  fixable: "safe",
  summary: "An unquoted record with spaces: its words run together.",
  docs: {
    why: "Each unquoted word is a string of its own, and receivers join strings without anything between. `v=spf1 mx -all` becomes `v=spf1mx-all`, which is no policy.",
    bad: "example.com. IN TXT v=spf1 mx -all",
    good: 'example.com. IN TXT "v=spf1 mx -all"',
  },
  references: ["RFC 1035 §5.1", "RFC 7208 §3.3"],
  messages: MESSAGES,
  titles: {
    quote: "Quote the whole value",
  },
  *check(txt) {
    const { strings, text, policy } = txt;
    if (policy === undefined || !isUnquotedText(txt) || strings.some(({ isQuoted }) => isQuoted)) return;
    if (/^[\u201c\u201d]/.test(text.value)) return; // curly quotes: their own rule makes them straight
    const at = span(strings[0]?.span.start ?? 0, strings.at(-1)?.span.end ?? 0);
    const value = quoteWritten(strings.map((it) => it.text.replace(/(?<!\\)"/g, '\\"')).join(" "));
    yield { message: "joined", data: { text: text.value }, span: at, fix: replace("safe", "quote", at, value) };
  },
});
