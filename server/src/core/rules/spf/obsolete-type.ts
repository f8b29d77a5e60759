import { deleteRecord } from "../../model/recordEdit.ts";
import { TYPE } from "../../model/spfPolicy.ts";
import { textOf } from "../../model/txtValue.ts";
import { defineRule, replace } from "../../rule.ts";

const MESSAGES = {
  alone: "Receivers never ask for type SPF, so they find no policy here. Write `TXT`.",
  copy: "Receivers never ask for type SPF, and the same TXT stands beside it. Delete this record.",
} as const;

export default defineRule({
  code: "spf/obsolete-type",
  target: "spf",
  severity: "warning",
  fixable: "safe",
  summary: "A record of type SPF, which no receiver asks for.",
  docs: {
    why: "The record type SPF was given up in 2014. Receivers ask for TXT alone, so a policy that stands only here does not exist for them.",
    bad: 'example.com. IN SPF "v=spf1 mx -all"',
    good: 'example.com. IN TXT "v=spf1 mx -all"',
  },
  references: ["RFC 7208 §3.1"],
  messages: MESSAGES,
  titles: {
    retype: "Change the type to `TXT`",
    remove: "Delete the record of type SPF",
  },
  *check({ record, zone, text }) {
    if (record.type !== TYPE.SPF || !record.typeField) return;
    const others = zone.records(record.owner, TYPE.TXT);
    const isCopy = others.some((it) => textOf(it).toLowerCase() === text.value.toLowerCase());
    const all = zone.records(record.owner);
    const next =
      all[all.findIndex((it) => it.path === record.path && it.text === record.text && it.type === record.type) + 1];
    const fix = isCopy
      ? ({ kind: "safe", title: "remove", edits: deleteRecord(record, next) } as const)
      : replace("safe", "retype", record.typeField.span, "TXT");
    yield { message: isCopy ? "copy" : "alone", span: record.typeField.span, fix };
  },
});
