import { TYPE } from "../../model/spfPolicy.ts";
import { removalSpan } from "../../model/txtValue.ts";
import { defineRule, replace } from "../../rule.ts";
import { span } from "../../text/span.ts";

const MESSAGES = {
  leading: "A blank before the version hides the record from receivers. Remove it.",
  tab: "Receivers take only spaces between terms, so this tab or line end breaks the record. Write a space.",
  trailing: "The blanks at the end have no effect. Remove them.",
} as const;

export default defineRule({
  code: "txt/stray-whitespace",
  target: "txt",
  severity: "error",
  fixable: "safe",
  summary: "A blank where a policy record must not have one.",
  docs: {
    why: "A policy is found by its first characters: a blank before them hides it. Between SPF terms only spaces count; a tab makes two terms one word. Blanks at the end do no harm.",
    bad: 'example.com. IN TXT " v=spf1 mx -all"',
    good: 'example.com. IN TXT "v=spf1 mx -all"',
  },
  references: ["RFC 7208 §4.5", "RFC 9989 §4.8"],
  messages: MESSAGES,
  titles: {
    remove: "Remove the blanks",
    space: "Write a space",
  },
  *check(txt) {
    const { text, policy, record } = txt;
    if (policy === undefined || record.type === TYPE.SPF) return;
    const { value } = text;
    const start = value.length - value.trimStart().length;
    const end = value.trimEnd().length;
    if (start >= value.length) return;
    const removal = (from: number, to: number) => ({
      span: text.spanOf(span(from, to)),
      fix: replace("safe", "remove", removalSpan(txt, span(from, to)), ""),
    });
    if (policy === "spf") {
      for (const { index, 0: blanks } of value.slice(0, end).matchAll(/[ \t\r\n\v\f]*[\t\r\n\v\f][ \t\r\n\v\f]*/g)) {
        const at = text.spanOf(span(index, index + blanks.length));
        if (index >= start) yield { message: "tab", span: at, fix: replace("safe", "space", at, " ") };
      }
    }
    // Special blanks are `txt/smart-quotes`.
    if (start > 0 && policy !== "dkim" && /^[\t-\r ]*$/.test(value.slice(0, start)))
      yield { message: "leading", ...removal(0, start) };
    if (end === value.length || /[\u00a0\u2000-\u3000\ufeff]/.test(value.slice(end))) return;
    const isSpace = policy !== "spf" || /^ +$/.test(value.slice(end));
    yield isSpace
      ? { message: "trailing", ...removal(end, value.length), severity: "hint" }
      : { message: "tab", ...removal(end, value.length) };
  },
});
