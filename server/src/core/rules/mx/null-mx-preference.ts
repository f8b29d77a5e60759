import { fieldOf, numberIn } from "../../model/fields.ts";
import { defineRule, replace } from "../../rule.ts";

export default defineRule({
  code: "mx/null-mx-preference",
  target: "entry",
  severity: "warning",
  fixable: "safe",
  summary: "A null MX whose preference is not 0.",
  docs: {
    why: "A domain without mail publishes exactly `MX 0 .`. With another number some senders do not recognise it, look up the root as a mail host, and retry for days.",
    bad: "example.com. IN MX 10 .",
    good: "example.com. IN MX 0 .",
  },
  references: ["RFC 7505 §3"],
  messages: {
    preference: "With preference {number} some senders miss that `.` means no mail, and keep trying. Write `0`.",
  },
  titles: {
    zero: "Write `0`",
  },
  *check(entry) {
    if (entry.kind !== "record" || entry.typeName !== "MX") return;
    const preference = fieldOf(entry, "preference");
    const number = numberIn(preference);
    if (fieldOf(entry, "exchange")?.text !== "." || preference === undefined || !number) return;
    const fix = replace("safe", "zero", preference.span, "0");
    yield { message: "preference", data: { number }, span: preference.span, fix };
  },
});
