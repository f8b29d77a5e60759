import { blanksAtEquals, brokenStart, versionFault } from "../../model/policyFaults.ts";
import { beginsWithJunk, isCutShort, labelsOf, TXT, textOf, wholeValue } from "../../model/policyRecord.ts";
import { brokenTagFix, isAfterWideSemicolon } from "../../model/tagFixes.ts";
import type { Policy } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";
import { type MtaStsRecord, parseMtaSts, STS_TAGS } from "../../syntax/mtaSts.ts";

/** The first tag, in exactly these letters: anything else is no MTA-STS record to its readers. */
export default defineRule({
  code: "mta-sts/version",
  target: "mtaSts",
  severity: "error",
  fixable: "suggestion",
  summary: "An MTA-STS record that does not begin with `v=STSv1` is not seen.",
  docs: {
    why: "Senders recognise the record by its first tag, `v=STSv1`, in exactly these letters. A text that begins otherwise, or has a \
part that is no tag, is skipped, and no TLS is demanded.",
    bad: '_mta-sts.example.com. IN TXT "v=STS1; id=20260101T000000"',
    good: '_mta-sts.example.com. IN TXT "v=STSv1; id=20260101T000000"',
  },
  references: ["RFC 8461 §3.1"],
  messages: {
    foreign:
      "Senders skip this text: at `_mta-sts` only a record counts. Write one, `v=STSv1; id=…`, or move the text.",
    wrong: "`{tag}` is not the version, so senders skip the record. Write `v=STSv1`, letter by letter.",
    late: "The version is not the first tag, so senders skip the record. Move `v=STSv1` to the front.",
    missing: "The version is missing, so senders skip the record. Begin it with `v=STSv1`.",
    separator: "A `;` is missing before this tag, so senders skip the record. Write the `;`.",
    blank: "No blank may stand beside the `=`, so senders do not see this tag. Write `{tag}`.",
    syntax: "`{text}` is no `tag=value`, so senders skip the record. Write the tag, `=` and its value.",
  },
  titles: {
    write: "Write `v=STSv1`",
    move: "Move `v=STSv1` to the front",
    insert: "Begin with `v=STSv1`",
    writeTag: "Write `{tag}`",
    deleteSemicolon: "Delete the semicolon",
    writeSemicolon: "Write `;` between the tags",
  },
  *check(target) {
    const { root, text } = target;
    const start = brokenStart(root, /sts/i);
    if (beginsWithJunk(target)) return;
    if (!root.isMtaSts) {
      if (isForeign(target)) yield { message: "foreign", span: wholeValue(target) };
      return;
    }
    for (const broken of root.broken) {
      if (isAfterWideSemicolon(target, broken)) continue;
      if (broken === start || broken.reason === "empty") continue;
      const message = broken.reason === "separator" ? "separator" : "syntax";
      const fix = brokenTagFix(target, broken, STS_TAGS);
      yield { message, data: { text: broken.text }, span: text.spanOf(broken.span), ...(fix && { fix }) };
    }
    yield* blanksAtEquals(target, STS_TAGS);
    const fault = versionFault(target, "v=STSv1", start);
    if (fault) yield fault;
  },
});

/** A text that was meant as the record or as the policy, where no record stands beside it. */
function isForeign(target: Policy<MtaStsRecord>): boolean {
  const { record, text, zone } = target;
  if (
    !/sts|\b(?:id|mode|max_age)\b|^\d{6,}\w*$/i.test(text.value) ||
    isCutShort(target) ||
    labelsOf(record.owner)[0] !== "_mta-sts"
  )
    return false;
  return !zone.records(record.owner, TXT).some((it) => parseMtaSts(textOf(it)).root.isMtaSts);
}
