import { TYPE } from "../../model/spfPolicy.ts";
import { defineRule, replace } from "../../rule.ts";
import { strangeCharacters } from "../../syntax/strangeCharacters.ts";

const MESSAGES = {
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
    remove: "Remove the character",
    write: "Write `{plain}`",
  },
  *check({ text, strings, policy, record }) {
    if (policy === undefined || record.type === TYPE.SPF) return;
    for (const { kind, span: at, codePoint, plain } of strangeCharacters(text.value)) {
      const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
      const place = text.spanOf(at);
      const isWrapping = kind === "quote" && !strings[0]?.isQuoted;
      const fix = replace("safe", plain === "" && !isWrapping ? "remove" : "write", place, isWrapping ? '"' : plain, {
        plain: isWrapping ? '"' : plain,
      });
      yield { message: kind, data: { code, plain }, span: place, fix };
    }
  },
});
