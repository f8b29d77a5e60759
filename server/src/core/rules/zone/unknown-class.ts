import { isClassWord, meantClassOf } from "../../model/classWord.ts";
import { defineRule, replace } from "../../rule.ts";

/** The reader takes a word that is no class for the type: `zone/unknown-type` leaves those that are near a class to us. */
export default defineRule({
  code: "zone/unknown-class",
  target: "entry",
  severity: "error",
  fixable: "suggestion",
  summary: "A class that is none, or another one than the zone's.",
  docs: {
    why: "All records of a zone have one class, nearly always IN. Servers refuse a zone with a record of another class, and read a misspelt class as an unknown record type.",
    bad: "example.com. INN MX 10 mail.example.com.",
    good: "example.com. IN MX 10 mail.example.com.",
  },
  references: ["RFC 1035 §5.2", "RFC 1035 §3.2.4"],
  messages: {
    unknown: "`{word}` is no class, so servers refuse the zone. Write `{guess}`, or leave it out.",
    other: "`{word}` is not the class of this zone, so servers refuse it. Write `{guess}`, or leave it out.",
  },
  titles: {
    correct: "Write `{guess}`",
  },
  *check(entry) {
    if (entry.kind !== "record") return;
    const meant = meantClassOf(entry);
    for (const { code, detail: word, span } of entry.issues) {
      if (code !== "zone/unknown-class" && (code !== "zone/unknown-type" || meant === undefined)) continue;
      const guess = meant ?? "IN";
      const fix = replace("suggestion", "correct", span, guess, { guess });
      yield { message: isClassWord(word) ? "other" : "unknown", data: { word, guess }, span, fix };
    }
  },
});
