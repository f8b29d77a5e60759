import { misplaced } from "../../model/policyFaults.ts";
import { labelsOf, ownerBelow } from "../../model/policyRecord.ts";
import type { ZoneRecord } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";

/** A wildcard may answer for the right name too, so it is left alone. */
export default defineRule({
  code: "tls-rpt/owner",
  target: "tlsRpt",
  severity: "error",
  fixable: "suggestion",
  summary: "A TLS-RPT record that is not at `_smtp._tls` is found by nobody.",
  docs: {
    why: "Servers that fail to send over TLS look for the address for reports at `_smtp._tls` below the domain, and nowhere else. \
At another name no report ever comes.",
    bad: '_tls._smtp.example.com. IN TXT "v=TLSRPTv1; rua=mailto:tls@example.com"',
    good: '_smtp._tls.example.com. IN TXT "v=TLSRPTv1; rua=mailto:tls@example.com"',
  },
  references: ["RFC 8460 §3"],
  messages: { owner: "Senders look for TLS-RPT at `_smtp._tls` only, so no report comes. Move it to `{owner}`." },
  titles: { rename: "Rename to `{owner}`" },
  *check({ record, root, zone }) {
    const labels = labelsOf(record.owner);
    if (
      root.version.tag === undefined ||
      !root.isTlsRpt ||
      labels[0] === "*" ||
      (labels[0] === "_smtp" && labels[1] === "_tls")
    )
      return;
    yield misplaced(record, zone, correctedOwner(record));
  },
});

/** Swapped or misspelt labels are put right; else they go before the very name. */
function correctedOwner(record: ZoneRecord): string {
  const written = record.ownerField?.text ?? record.owner;
  const corrected = written.replace(
    /^_?(?:tls[._-]_?smtp|smtp[._-]_?tls|tls(?:[-_]?rpt)?|smtp)(?=\.|$)/i,
    "_smtp._tls",
  );
  return corrected === written ? ownerBelow(record, "_smtp._tls") : corrected;
}
