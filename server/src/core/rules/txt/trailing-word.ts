import { seamsOf } from "../../model/txtFaults.ts";
import type { TxtRecord } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";
import { parseDkim } from "../../syntax/dkim.ts";
import { span } from "../../text/span.ts";

const MESSAGES = {
  joined: "`{word}` joins the string before it: receivers read `{text}`. Remove it, or quote it with a space.",
} as const;

export default defineRule({
  code: "txt/trailing-word",
  target: "txt",
  severity: "error",
  fixable: "suggestion",
  summary: "An unquoted word behind a quoted policy joins it.",
  docs: {
    why: "Receivers join all strings of a record. A word left over behind the closing quote becomes the end of the policy and breaks its last term.",
    bad: 'example.com. IN TXT "v=spf1 mx -all" Array',
    good: 'example.com. IN TXT "v=spf1 mx -all"',
  },
  references: ["RFC 1035 §5.1", "RFC 7208 §3.3"],
  messages: MESSAGES,
  titles: {
    remove: "Remove `{word}`",
  },
  *check(txt) {
    if (txt.policy === undefined || isKeyInPieces(txt)) return;
    for (const { at, left, right } of seamsOf(txt)) {
      if (right.isQuoted || !txt.strings[0]?.isQuoted) continue;
      const { value } = txt.text;
      const start = Math.max(value.lastIndexOf(" ", at - 1) + 1, at - 20);
      const text = value.slice(start, at + right.value.value.length);
      const edits = [{ span: span(left.span.end, right.span.end), newText: "" }];
      const fix = { kind: "suggestion", title: "remove", data: { word: right.text }, edits } as const;
      yield { message: "joined", data: { word: right.text, text }, span: right.span, fix };
    }
  },
});

/** A key whose second string stands without quotes, as control panels write it, and which reads well when joined. */
function isKeyInPieces({ policy, text, strings }: TxtRecord): boolean {
  if (policy !== "dkim" || strings.length !== 2) return false;
  const { key } = parseDkim(text.value).root;
  return key?.fault === undefined && (key?.form === "spki" || key?.form === "raw");
}
