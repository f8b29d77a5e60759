import { furtherRecords } from "../../model/policyFaults.ts";
import { labelsOf, TXT, textOf } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { parseTlsRpt } from "../../syntax/tlsRpt.ts";

/** Two records cancel each other. */
export default defineRule({
  code: "tls-rpt/multiple-records",
  target: "owner",
  severity: "error",
  fixable: "suggestion",
  summary: "Two TLS-RPT records at one name: then none applies.",
  docs: {
    why: "A sender that finds more than one TLS-RPT record acts as if there were none, and reports nothing. Several addresses go into one record, with commas between.",
    bad: '_smtp._tls.example.com. IN TXT "v=TLSRPTv1; rua=mailto:a@example.com"\n_smtp._tls.example.com. IN TXT "v=TLSRPTv1; rua=mailto:b@example.com"',
    good: '_smtp._tls.example.com. IN TXT "v=TLSRPTv1; rua=mailto:a@example.com,mailto:b@example.com"',
  },
  references: ["RFC 8460 §3"],
  messages: {
    several: "A second TLS-RPT record at this name: senders then act as if there were none. Keep one.",
    other: "The other record",
  },
  titles: { remove: "Remove this record" },
  *check(group) {
    const labels = labelsOf(group.owner);
    if (!(labels[0] === "_smtp" && labels[1] === "_tls")) return;
    const texts = group.records.filter((it) => it.type === TXT);
    yield* furtherRecords(
      texts.filter((it) => parseTlsRpt(textOf(it)).root.version.state === "right"),
      group,
    );
  },
});
