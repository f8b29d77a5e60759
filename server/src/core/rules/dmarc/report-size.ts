import { valueEdit } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";

/** Reporters must ignore it since 2026. */
export default defineRule({
  code: "dmarc/report-size",
  target: "dmarc",
  severity: "info",
  fixable: "safe",
  summary: "A size limit behind a report address (`!10m`) is obsolete.",
  docs: {
    why: "The old standard let a record limit the size of reports with `!` and a number. Reporters now must ignore it, and some \
old ones take it for a part of the address.",
    bad: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.com!10m"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.com"',
  },
  references: ["RFC 9989 §4.7", "RFC 9989 §C.6"],
  messages: { size: "The size limit `{size}` is obsolete, and reporters ignore it. Remove it." },
  titles: { remove: "Remove `{size}`" },
  *check(target) {
    const { root, text } = target;
    if (!root.isDmarc) return;
    for (const { sizeSpan, fault } of [...root.rua, ...root.ruf]) {
      if (sizeSpan === undefined || fault !== undefined) continue;
      const data = { size: text.value.slice(sizeSpan.start, sizeSpan.end) };
      const edits = [valueEdit(target, sizeSpan, "")];
      yield { message: "size", data, span: text.spanOf(sizeSpan), fix: { kind: "safe", title: "remove", data, edits } };
    }
  },
});
