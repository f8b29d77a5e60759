import { defineRule, replace } from "../../rule.ts";
import { didYouMean } from "../../text/didYouMean.ts";

const DIRECTIVES = ["$ORIGIN", "$TTL", "$INCLUDE", "$GENERATE"];

export default defineRule({
  code: "zone/unknown-directive",
  target: "entry",
  severity: "error",
  fixable: "suggestion",
  summary: "A word that begins with `$` is no directive.",
  docs: {
    why: "Servers know `$ORIGIN`, `$TTL`, `$INCLUDE` and, as an extension, `$GENERATE`. Any other word with a `$` in front ends the reading of the zone.",
    bad: "$ORIGN example.com.",
    good: "$ORIGIN example.com.",
  },
  references: ["RFC 1035 §5.1", "RFC 2308 §4"],
  messages: {
    unknown:
      "`{word}` is no directive, so servers refuse the zone. Write `$ORIGIN`, `$TTL` or `$INCLUDE`, or remove it.",
    meant: "`{word}` is no directive, so servers refuse the zone. Write `{guess}`.",
  },
  titles: {
    correct: "Write `{guess}`",
  },
  *check(entry) {
    for (const { code, detail: word, span } of entry.issues) {
      if (code !== "zone/unknown-directive") continue;
      const guess = didYouMean(word, DIRECTIVES);
      if (guess === undefined) yield { message: "unknown", data: { word }, span };
      else {
        const data = { word, guess };
        yield { message: "meant", data, span, fix: replace("suggestion", "correct", span, guess, { guess }) };
      }
    }
  },
});
