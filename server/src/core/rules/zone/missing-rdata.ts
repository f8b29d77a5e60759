import type { Values } from "../../locale.ts";
import { defineRule, replace } from "../../rule.ts";
import { type Span, span } from "../../text/span.ts";

/** What is written where a first number is missing, by type: the value that nearly everybody has there. */
const USUAL: Readonly<Record<string, string>> = { MX: "10", KX: "10", CAA: "0" };

export default defineRule({
  code: "zone/missing-rdata",
  target: "entry",
  severity: "error",
  fixable: "suggestion",
  summary: "A field of a record is missing.",
  docs: {
    why: "Servers read the data of a record by position. If a field is missing, they take the next word for it or find none at all, and refuse the whole zone. The preference of an MX is the one that is forgotten most.",
    bad: "example.com. IN MX mail.example.com.",
    good: "example.com. IN MX 10 mail.example.com.",
  },
  references: ["RFC 1035 §5.1", "RFC 1035 §3.3.9"],
  messages: {
    first:
      "{type} needs its {field} first, so servers refuse the zone. Write `{number}` before this, or another number.",
    field: "The field `{field}` of {type} is missing, so servers refuse the zone. Write {wants}.",
  },
  titles: {
    number: "Write `{number}` before it",
  },
  *check(entry) {
    // What an open parenthesis was going to hold nobody knows: `zone/unbalanced-parenthesis` is enough.
    if (entry.issues.some(({ code, detail }) => code === "zone/unbalanced-parenthesis" && detail === "(")) return;
    for (const { code, span: at, data = {} } of entry.issues) {
      if (code !== "zone/missing-rdata") continue;
      const number = entry.kind === "record" ? usualNumber(entry.fields[0]?.span, at, data) : undefined;
      if (number === undefined) yield { message: "field", data, span: at };
      else {
        const fix = replace("suggestion", "number", span(at.start, at.start), `${number} `, { number });
        yield { message: "first", data: { ...data, number }, span: at, fix };
      }
    }
  },
});

/** Only where a word stands in the place of the number; a type without any data lacks more than that. */
function usualNumber(first: Span | undefined, at: Span, { type, field }: Values): string | undefined {
  if (first?.start !== at.start || (field !== "preference" && field !== "flags")) return undefined;
  return USUAL[String(type)];
}
