import { blanksAtEquals, brokenStart, versionFault } from "../../model/policyFaults.ts";
import { beginsWithJunk, isCutShort, labelsOf, TXT, textOf, valueEdit, wholeValue } from "../../model/policyRecord.ts";
import { brokenTagFix, isAfterWideSemicolon } from "../../model/tagFixes.ts";
import type { Policy } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";
import { parseTlsRpt, TLS_RPT_TAGS, type TlsRptRecord } from "../../syntax/tlsRpt.ts";
import { span } from "../../text/span.ts";

/** The first tag, in exactly these letters: anything else is no TLS-RPT record to its readers. */
export default defineRule({
  code: "tls-rpt/version",
  target: "tlsRpt",
  severity: "error",
  fixable: "suggestion",
  summary: "A TLS-RPT record that does not begin with `v=TLSRPTv1` is not seen.",
  docs: {
    why: "Senders recognise the record by its first tag, `v=TLSRPTv1`, in exactly these letters. A text that begins otherwise, or has \
a part that is no tag, is skipped, and no report comes.",
    bad: '_smtp._tls.example.com. IN TXT "v=TLSRPT1; rua=mailto:tls@example.com"',
    good: '_smtp._tls.example.com. IN TXT "v=TLSRPTv1; rua=mailto:tls@example.com"',
  },
  references: ["RFC 8460 §3"],
  messages: {
    foreign:
      "Senders skip this text: at `_smtp._tls` only a record counts. Write one, `v=TLSRPTv1; rua=…`, or move the text.",
    wrong: "`{tag}` is not the version, so senders skip the record. Write `v=TLSRPTv1`, letter by letter.",
    late: "The version is not the first tag, so senders skip the record. Move `v=TLSRPTv1` to the front.",
    missing: "The version is missing, so senders skip the record. Begin it with `v=TLSRPTv1`.",
    separator: "A `;` is missing before this tag, so senders skip the record. Write the `;`.",
    comma: "A semicolon ends the tag, so senders skip the record. Write a comma before `{text}`.",
    blank: "No blank may stand beside the `=`, so senders do not see this tag. Write `{tag}`.",
    syntax: "`{text}` is no `tag=value`, so senders skip the record. Write the tag, `=` and its value.",
  },
  titles: {
    write: "Write `v=TLSRPTv1`",
    move: "Move `v=TLSRPTv1` to the front",
    insert: "Begin with `v=TLSRPTv1`",
    writeComma: "Write a comma between the addresses",
    writeTag: "Write `{tag}`",
    deleteSemicolon: "Delete the semicolon",
    writeSemicolon: "Write `;` between the tags",
  },
  *check(target) {
    const { root, text } = target;
    const start = brokenStart(root, /tls/i);
    if (beginsWithJunk(target)) return;
    if (!root.isTlsRpt) {
      if (isForeign(target)) yield { message: "foreign", span: wholeValue(target) };
      return;
    }
    for (const broken of root.broken) {
      if (isAfterWideSemicolon(target, broken)) continue;
      if (broken === start || broken.reason === "empty") continue;
      const message = broken.reason === "separator" ? "separator" : "syntax";
      const rua = root.ruaTag;
      if (rua && rua.span.end <= broken.span.start && /^(?:mailto|https):/i.test(broken.text)) {
        const edits = [valueEdit(target, span(rua.span.end, broken.span.start), ",")];
        const fix = { kind: "suggestion", title: "writeComma", edits } as const;
        yield { message: "comma", data: { text: broken.text }, span: text.spanOf(broken.span), fix };
        continue;
      }
      const fix = brokenTagFix(target, broken, TLS_RPT_TAGS);
      yield { message, data: { text: broken.text }, span: text.spanOf(broken.span), ...(fix && { fix }) };
    }
    yield* blanksAtEquals(target, TLS_RPT_TAGS);
    const fault = versionFault(target, "v=TLSRPTv1", start);
    if (fault) yield fault;
  },
});

/** A text that was meant as the record, where none stands beside it. */
function isForeign(target: Policy<TlsRptRecord>): boolean {
  const { record, text, zone } = target;
  if (
    !/tls|rpt|@|https:/i.test(text.value) ||
    isCutShort(target) ||
    labelsOf(record.owner).slice(0, 2).join(".") !== "_smtp._tls"
  )
    return false;
  return !zone.records(record.owner, TXT).some((it) => parseTlsRpt(textOf(it)).root.isTlsRpt);
}
