import { deleteRecord } from "../../model/recordEdit.ts";
import { faultsOf, type SpfPolicy, spfRecordsAt, TYPE } from "../../model/spfPolicy.ts";
import type { Fix } from "../../rule.ts";
import { defineRule, replace } from "../../rule.ts";

const MESSAGES = {
  beside: "`{text}` belongs to Sender ID, which no receiver reads any more. Delete the record.",
  wrong: "`{text}` belongs to Sender ID, which no receiver reads any more. Publish `v=spf1` instead.",
} as const;

export default defineRule({
  code: "spf/sender-id",
  target: "spf",
  severity: "warning",
  fixable: "suggestion",
  summary: "A record of Sender ID, which no receiver reads.",
  docs: {
    why: "Sender ID was an experiment beside SPF that ended in 2012. Receivers do not look for `spf2.0` records; only `v=spf1` counts.",
    bad: 'example.com. IN TXT "spf2.0/pra mx -all"',
    good: 'example.com. IN TXT "v=spf1 mx -all"',
  },
  references: ["RFC 6686 §6", "RFC 4406 §3.1"],
  messages: MESSAGES,
  titles: {
    write: "Begin with `v=spf1`",
    remove: "Delete the Sender ID record",
  },
  *check(policy) {
    for (const fault of faultsOf(policy, "spf/sender-id")) {
      const at = policy.text.spanOf(fault.span);
      const hasSpf = spfRecordsAt(policy.zone, policy.record.owner).length > 0;
      yield { message: hasSpf ? "beside" : "wrong", data: { text: fault.detail }, span: at, fix: fixOf(policy) };
    }
  },
});

/** Beside a record that is read, a second one would void both. */
function fixOf({ record, zone, root, text }: SpfPolicy): Fix<"write" | "remove"> {
  if (spfRecordsAt(zone, record.owner).length === 0) {
    return replace("suggestion", "write", text.spanOf(root.version.span), "v=spf1");
  }
  const siblings = zone.records(record.owner, TYPE.TXT);
  const next = zone.records(record.owner)[zone.records(record.owner).indexOf(record) + 1];
  return {
    kind: "suggestion",
    title: "remove",
    edits: deleteRecord(record, siblings.includes(record) ? next : undefined),
  };
}
