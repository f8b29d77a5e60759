import { TYPE } from "../../model/spfPolicy.ts";
import { defineRule, replace } from "../../rule.ts";
import { strangeCharacters } from "../../syntax/strangeCharacters.ts";

const MESSAGES = {
  delimiter: "A curly quote ({code}) is no quote in a zone file, so it joins the value. Write a straight one.",
  quote: "A curly quote ({code}) is part of the value, so receivers cannot read it. Remove it.",
  blank: "A special blank ({code}) separates nothing for receivers. Write a plain space.",
  invisible: "An invisible character ({code}) breaks the word it stands in. Remove it.",
  dash: "A dash ({code}) stands where receivers want a hyphen. Write `-`.",
  wide: "A full-width character ({code}) means nothing to receivers. Write `{plain}`.",
} as const;

export default defineRule({
  code: "txt/smart-quotes",
  target: "txt",
  severity: "error",
  fixable: "safe",
  summary: "Curly quotes, special blanks or dashes in a policy record.",
  docs: {
    why: "Word processors and web pages replace quotes, hyphens and blanks by look-alikes. Receivers know only the ASCII characters, so the tag or term they stand in is broken.",
    bad: 'example.com. IN TXT "v=spf1 mx –all"',
    good: 'example.com. IN TXT "v=spf1 mx -all"',
  },
  references: ["RFC 7208 §12", "RFC 9989 §4.7"],
  messages: MESSAGES,
  titles: {
    straighten: "Make the quotes straight",
    remove: "Remove the character",
    write: "Write `{plain}`",
  },
  *check({ text, strings, policy, record }) {
    if (policy === undefined || record.type === TYPE.SPF) return;
    const characters = strangeCharacters(text.value);
    const isUnquoted = strings[0]?.isQuoted === false;
    const quotes = characters.filter(({ kind }) => kind === "quote");
    for (const { kind, span: at, codePoint, plain } of characters) {
      const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
      const place = text.spanOf(at);
      if (kind === "quote" && isUnquoted) {
        // One straight quote alone would leave the string open.
        const edits = quotes.map((it) => ({ span: text.spanOf(it.span), newText: '"' }));
        const fix = { kind: "safe", title: "straighten", edits } as const;
        yield { message: "delimiter", data: { code }, span: place, fix };
        continue;
      }
      const fix = replace("safe", plain === "" ? "remove" : "write", place, plain, { plain });
      yield { message: kind, data: { code, plain }, span: place, fix };
    }
  },
});
