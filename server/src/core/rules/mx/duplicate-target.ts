import { fieldOf, numberIn } from "../../model/fields.ts";
import { deleteRecord } from "../../model/recordEdit.ts";
import type { ZoneRecord } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";

const MX = 15;

export default defineRule({
  code: "mx/duplicate-target",
  target: "owner",
  severity: "warning",
  fixable: "suggestion",
  summary: "Two MX records of a domain name the same host.",
  docs: {
    why: "A second MX for the same host is no second chance: a sender that could not reach the host tries the same machine again.",
    bad: "example.com. IN MX 10 mail.example.net.\nexample.com. IN MX 20 mail.example.net.",
    good: "example.com. IN MX 10 mail.example.net.\nexample.com. IN MX 20 mail2.example.net.",
  },
  references: ["RFC 5321 §5.1"],
  messages: {
    duplicate: "`{target}` is listed twice, so senders only try the same host again. Name another host, or remove it.",
    first: "The better preference for this host.",
  },
  titles: {
    remove: "Remove the MX with preference {preference}",
  },
  *check({ records }) {
    const best = new Map<string, ZoneRecord>();
    // The sort keeps the order of the text among equals; an equal record is a duplicate, which has a rule of its own.
    const byPreference = records.filter((it) => it.type === MX).sort((a, b) => preferenceOf(a) - preferenceOf(b));
    for (const record of byPreference) {
      const exchange = fieldOf(record, "exchange");
      if (exchange?.target === undefined || exchange.text === ".") continue;
      const { target } = exchange;
      const first = best.get(target);
      if (first === undefined) best.set(target, record);
      else if (preferenceOf(first) !== preferenceOf(record)) {
        const related = [{ message: "first", span: first.fields[0]?.span ?? first.span, at: first }] as const;
        const edits = deleteRecord(record, records[records.indexOf(record) + 1]);
        const data = { preference: preferenceOf(record) };
        const fix = { kind: "suggestion", title: "remove", data, edits } as const;
        yield { message: "duplicate", data: { target }, span: exchange.span, at: record, related, fix };
      }
    }
  },
});

function preferenceOf(record: ZoneRecord): number {
  return numberIn(fieldOf(record, "preference")) ?? 0;
}
