import { fieldOf } from "../../model/fields.ts";
import { deleteRecord } from "../../model/recordEdit.ts";
import type { ZoneRecord } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";

const MX = 15;

export default defineRule({
  code: "mx/null-mx-with-others",
  target: "owner",
  severity: "error",
  fixable: "suggestion",
  summary: "A null MX (`0 .`) stands beside other MX records.",
  docs: {
    why: "A null MX says that the domain takes no mail. Beside real mail hosts it is undefined: some senders give up at once, others deliver.",
    bad: "example.com. IN MX 0 .\nexample.com. IN MX 10 mail.example.net.",
    good: "example.com. IN MX 0 .",
  },
  references: ["RFC 7505 §3"],
  messages: {
    mixed: "`.` says that {owner} takes no mail, yet other MX records name hosts: senders may give up. Keep one kind.",
    host: "This names a mail host.",
  },
  titles: {
    remove: "Remove the null MX",
  },
  *check({ owner, records }) {
    const all = records.filter((it) => it.type === MX);
    const hosts = all.filter((it) => !isNull(it));
    if (hosts.length === 0) return;
    for (const record of all) {
      const exchange = fieldOf(record, "exchange");
      if (!isNull(record) || exchange === undefined) continue;
      const related = hosts.map((it) => ({
        message: "host" as const,
        span: fieldOf(it, "exchange")?.span ?? it.span,
        at: it,
      }));
      const edits = deleteRecord(record, records[records.indexOf(record) + 1]);
      const fix = { kind: "suggestion", title: "remove", edits } as const;
      yield { message: "mixed", data: { owner }, span: exchange.span, at: record, related, fix };
    }
  },
});

function isNull(record: ZoneRecord): boolean {
  return fieldOf(record, "exchange")?.text === ".";
}
