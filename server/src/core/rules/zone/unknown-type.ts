import { RECORD_TYPES, typeCodeOf } from "../../facts/recordTypes.ts";
import { isClassWord, isIndentedDirective, meantClassOf } from "../../model/classWord.ts";
import { defineRule, replace } from "../../rule.ts";
import { didYouMean } from "../../text/didYouMean.ts";

import { parseTtl } from "../../text/ttl.ts";

const NAMES = RECORD_TYPES.filter((it) => !it.isObsolete && !it.isOpaque).map((it) => it.name);

export default defineRule({
  code: "zone/unknown-type",
  target: "entry",
  severity: "error",
  fixable: "suggestion",
  summary: "A word in the place of the record type is none.",
  docs: {
    why: "A server that meets a record type which it does not know refuses the whole zone, or drops the record. A type without a name yet is written `TYPE257` with its data as `\\# length hex`; types of one server's own go into the setting `mailconfig.extraTypes`.",
    bad: "example.com. IN MXX 10 mail.example.com.",
    good: "example.com. IN MX 10 mail.example.com.",
  },
  references: ["RFC 1035 §3.2.2", "RFC 3597 §5"],
  messages: {
    unknown:
      "`{word}` is no record type, so servers refuse the zone. Correct it, or list it in `mailconfig.extraTypes`.",
    comment: "`{sign}` begins no comment in a zone file, so servers refuse the zone. Write `;`.",
    again: "`{word}` is one word too many before the type, so servers refuse the zone. Remove it.",
    indented: "A blank before `{word}` makes it a record, so servers refuse the zone. Begin the line with it.",
    meant: "`{word}` is no record type, so servers refuse the zone. Write `{guess}`.",
  },
  titles: {
    correct: "Write `{guess}`",
    remove: "Remove `{word}`",
    comment: "Write `;`",
    unindent: "Delete the blanks before it",
  },
  *check(entry, { extraTypes }) {
    for (const { code, detail: word, span } of entry.issues) {
      if (code !== "zone/unknown-type" || extraTypes.has(word.toUpperCase())) continue;
      if (entry.kind === "record" && meantClassOf(entry) !== undefined) continue;
      const [sign = ""] =
        /^(?:#+|\/\/+|--+|\/\*+)/.exec(entry.kind === "record" ? (entry.ownerField?.text ?? "") : "") ?? [];
      const owner = entry.kind === "record" ? entry.ownerField?.span : undefined;
      if (sign !== "" && owner) {
        const at = { start: owner.start, end: owner.start + sign.length };
        yield { message: "comment", data: { sign }, span: at, fix: replace("suggestion", "comment", at, ";") };
        continue;
      }
      if (isIndentedDirective(entry)) {
        const fix = {
          kind: "suggestion",
          title: "unindent",
          edits: [{ span: { start: 0, end: span.start }, newText: "" }],
        } as const;
        yield { message: "indented", data: { word }, span, fix };
        continue;
      }
      const next = entry.kind === "record" ? entry.fields[0] : undefined;
      if (next && (isClassWord(word) || parseTtl(word) !== undefined) && typeCodeOf(next.text) !== undefined) {
        const edits = [{ span: { start: span.start, end: next.span.start }, newText: "" }];
        yield {
          message: "again",
          data: { word },
          span,
          fix: { kind: "suggestion", title: "remove", data: { word }, edits },
        };
        continue;
      }
      const guess = didYouMean(word, NAMES, word.length < 6 ? 1 : 2);
      if (guess === undefined) yield { message: "unknown", data: { word }, span };
      else {
        const fix = replace("suggestion", "correct", span, guess, { guess });
        yield { message: "meant", data: { word, guess }, span, fix };
      }
    }
  },
});
