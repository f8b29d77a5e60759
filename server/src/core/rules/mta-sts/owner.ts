import { misplaced } from "../../model/policyFaults.ts";
import { labelsOf, ownerBelow } from "../../model/policyRecord.ts";
import type { ZoneRecord } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";

/** A wildcard may answer for the right name too, so it is left alone. */
export default defineRule({
  code: "mta-sts/owner",
  target: "mtaSts",
  severity: "error",
  fixable: "suggestion",
  summary: "An MTA-STS record that is not at `_mta-sts` is found by nobody.",
  docs: {
    why: "Sending servers look for the text at `_mta-sts` below the domain, and nowhere else. At another name it says nothing, and \
no TLS is demanded.",
    bad: 'example.com. IN TXT "v=STSv1; id=20260101T000000"',
    good: '_mta-sts.example.com. IN TXT "v=STSv1; id=20260101T000000"',
  },
  references: ["RFC 8461 §3.1"],
  messages: {
    owner: "Senders look for MTA-STS at `_mta-sts` only, so this record has no effect. Move it to `{owner}`.",
  },
  titles: { rename: "Rename to `{owner}`" },
  *check({ record, root, zone }) {
    const labels = labelsOf(record.owner);
    if (root.version.tag === undefined || !root.isMtaSts || labels[0] === "*" || labels[0] === "_mta-sts") return;
    yield misplaced(record, zone, correctedOwner(record));
  },
});

/** A misspelt label is put right; else the label goes before the very name. */
function correctedOwner(record: ZoneRecord): string {
  const written = record.ownerField?.text ?? record.owner;
  const corrected = written.replace(/^_?mta[-_.]?_?sts[-_]?(?=\.|$)/i, "_mta-sts");
  return corrected === written ? ownerBelow(record, "_mta-sts") : corrected;
}
