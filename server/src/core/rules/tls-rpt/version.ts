import { beginsWithJunk, tagRemoval, valueEdit, wholeValue } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import type { BrokenTag } from "../../syntax/tagList.ts";
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
    wrong: "`{tag}` is not the version, so senders skip the record. Write `v=TLSRPTv1`, letter by letter.",
    late: "The version is not the first tag, so senders skip the record. Move `v=TLSRPTv1` to the front.",
    missing: "The version is missing, so senders skip the record. Begin it with `v=TLSRPTv1`.",
    separator: "A `;` is missing before this tag, so senders skip the record. Write the `;`.",
    syntax: "`{text}` is no `tag=value`, so senders skip the record. Write the tag, `=` and its value.",
  },
  titles: {
    write: "Write `v=TLSRPTv1`",
    move: "Move `v=TLSRPTv1` to the front",
    insert: "Begin with `v=TLSRPTv1`",
    separate: "Write `;` between the tags",
  },
  *check(target) {
    const { root, text } = target;
    const { state, tag } = root.version;
    if (!root.isTlsRpt || beginsWithJunk(target)) return;
    for (const broken of root.broken) {
      if (isStart(broken) || broken.reason === "empty") continue;
      const message = broken.reason === "separator" ? "separator" : "syntax";
      const edits = [valueEdit(target, broken.span, "; ")];
      const fix = message === "separator" ? ({ kind: "suggestion", title: "separate", edits } as const) : undefined;
      yield { message, data: { text: broken.text }, span: text.spanOf(broken.span), ...(fix && { fix }) };
    }
    if (state === "right") return;
    if (tag && state === "late") {
      const edits = [valueEdit(target, span(0, 0), "v=TLSRPTv1; "), tagRemoval(target, root, tag)];
      yield { message: "late", span: text.spanOf(tag.span), fix: { kind: "suggestion", title: "move", edits } };
      return;
    }
    const wrong = tag ?? root.broken.find(isStart);
    if (wrong === undefined) {
      const edits = [valueEdit(target, span(0, 0), "v=TLSRPTv1; ")];
      const at = root.tags[0] ? text.spanOf(root.tags[0].span) : wholeValue(target);
      yield { message: "missing", span: at, fix: { kind: "suggestion", title: "insert", edits } };
      return;
    }
    const data = { tag: text.value.slice(wrong.span.start, wrong.span.end) };
    const edits = [valueEdit(target, wrong.span, "v=TLSRPTv1")];
    yield { message: "wrong", data, span: text.spanOf(wrong.span), fix: { kind: "suggestion", title: "write", edits } };
  },
});

function isStart({ span: { start }, text }: BrokenTag): boolean {
  return start === 0 && /tls/i.test(text);
}
