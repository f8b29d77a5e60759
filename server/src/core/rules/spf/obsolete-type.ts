import { deleteRecord } from "../../model/recordEdit.ts";
import { TYPE } from "../../model/spfPolicy.ts";
import { textOf } from "../../model/txtValue.ts";
import { defineRule, replace } from "../../rule.ts";
import { policyKindOf } from "../../syntax/policyKind.ts";
import { isSpf } from "../../syntax/spf.ts";

const MESSAGES = {
  alone: "Receivers never ask for type SPF, so they find no policy here. Write `TXT`.",
  beside: "Receivers never ask for type SPF, and read the TXT beside it, which differs. Delete this record.",
  copy: "Receivers never ask for type SPF, and the same TXT stands beside it. Delete this record.",
} as const;

export default defineRule({
  code: "spf/obsolete-type",
  target: "entry",
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
  *check(record) {
    if (record.kind !== "record" || record.type !== TYPE.SPF || !record.typeField || record.fields.length === 0) return;
    const { zone } = record;
    // As unknown data (`\\# 11 0a76…`, RFC 3597 §5) it is a policy all the same, and `TXT` takes it as well.
    const isData = record.fields[0]?.text === "\\#";
    const text = textOf(record);
    if (!isData && policyKindOf(record.owner, text) !== "spf") return;
    const others = zone.records(record.owner, TYPE.TXT);
    const isCopy = others.some((it) => textOf(it).toLowerCase() === text.toLowerCase());
    const all = zone.records(record.owner);
    const next =
      all[all.findIndex((it) => it.path === record.path && it.text === record.text && it.type === record.type) + 1];
    const remove = { title: "remove", edits: deleteRecord(record, next) } as const;
    const span = record.typeField.span;
    if (isCopy) yield { message: "copy", span, fix: { kind: "safe", ...remove } };
    else if (others.some((it) => isSpf(textOf(it))))
      yield { message: "beside", span, fix: { kind: "suggestion", ...remove } };
    else yield { message: "alone", span, fix: replace("safe", "retype", span, "TXT") };
  },
});
