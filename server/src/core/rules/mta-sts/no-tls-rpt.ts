import { isDoubled, labelsOf, parentOf, recordAbove, shownName, TXT, wholeValue } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";

/** Without reports a broken certificate is noticed when mail stops. */
export default defineRule({
  code: "mta-sts/no-tls-rpt",
  target: "mtaSts",
  severity: "info",
  fixable: "suggestion",
  summary: "MTA-STS without TLS-RPT: nobody reports what fails.",
  docs: {
    why: "MTA-STS makes senders hold mail back when TLS fails. With a TLS-RPT record at `_smtp._tls` they also report it, and the \
domain learns of an expired certificate before mail is lost.",
    bad: `$ORIGIN example.com.
@ 3600 IN SOA ns.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600
_mta-sts IN TXT "v=STSv1; id=20260101"`,
    good: `$ORIGIN example.com.
@ 3600 IN SOA ns.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600
_mta-sts IN TXT "v=STSv1; id=20260101"
_smtp._tls IN TXT "v=TLSRPTv1; rua=mailto:postmaster@example.com"`,
  },
  references: ["RFC 8460 §3", "RFC 8461 §3.1"],
  messages: { none: "Nobody reports when TLS to this domain fails. Add a TLS-RPT record at `_smtp._tls`." },
  titles: { add: "Add a TLS-RPT record" },
  *check(target) {
    const { record, root, zone } = target;
    if (!root.isMtaSts || labelsOf(record.owner)[0] !== "_mta-sts" || zone.isPartial || !zone.hasSoa) return;
    if (isDoubled(record.owner, zone)) return;
    const domain = parentOf(record.owner);
    const owner = `_smtp._tls.${domain}`;
    const { kind } = zone.answer(owner, TXT);
    if (kind !== "missing" && kind !== "nodata") return;
    const edit = recordAbove(record, owner, `TXT "v=TLSRPTv1; rua=mailto:postmaster@${shownName(domain)}"`);
    const fix = edit && ({ kind: "suggestion", title: "add", edits: [edit] } as const);
    yield { message: "none", span: wholeValue(target), ...(fix && { fix }) };
  },
});
