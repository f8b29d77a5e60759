import { isTermStart, seamsOf, trailingWords } from "../../model/txtFaults.ts";
import type { Field, TxtRecord } from "../../model/zone.ts";
import { defineRule, type Fix } from "../../rule.ts";
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
    quote: "Put `{text}` into the quotes",
  },
  *check(txt) {
    const words = txt.policy === "dkim" ? wordsBehindKey(txt) : trailingWords(txt);
    const terms = quotedTerms(txt, words);
    for (const { at, left, right } of seamsOf(txt)) {
      if (!words.includes(right)) continue;
      const { value } = txt.text;
      const start = Math.max(value.lastIndexOf(" ", at - 1) + 1, at - 20);
      const text = value.slice(start, at + right.value.value.length);
      const edits = [{ span: span(left.span.end, right.span.end), newText: "" }];
      const remove = { kind: "suggestion", title: "remove", data: { word: right.text }, edits } as const;
      const [fix, ...alternatives] = terms ? [terms, remove] : [remove];
      yield { message: "joined", data: { word: right.text, text }, span: right.span, fix, alternatives };
    }
  },
});

/** Terms that were left outside of the quotes go inside, with a space before each. */
function quotedTerms({ strings, policy }: TxtRecord, words: readonly Field[]): Fix<"quote"> | undefined {
  const last = strings.findLast(({ isQuoted }) => isQuoted);
  const isAtEnd = last !== undefined && strings.slice(strings.indexOf(last) + 1).length === words.length;
  if (policy !== "spf" || !isAtEnd || words.length === 0 || !words.every((it) => isTermStart(it.text)))
    return undefined;
  const text = words.map((it) => it.text).join(" ");
  const edits = [{ span: span(last.span.end - 1, words.at(-1)?.span.end ?? last.span.end), newText: ` ${text}"` }];
  return { kind: "suggestion", title: "quote", data: { text }, edits };
}

/** A key whose second string stands without quotes, as control panels write it, reads well when joined. */
function wordsBehindKey({ text, strings }: TxtRecord): readonly Field[] {
  const { key } = parseDkim(text.value).root;
  const isKey = key?.fault === undefined && (key?.form === "spki" || key?.form === "raw");
  if (!strings[0]?.isQuoted || (strings.length === 2 && isKey)) return [];
  return strings.filter(({ isQuoted }) => !isQuoted);
}
