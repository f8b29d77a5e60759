import { beginsWithJunk, tagRemoval, valueEdit, wholeValue } from "../../model/policyRecord.ts";
import { isSpoiltByStrings } from "../../model/txtFaults.ts";
import { defineRule } from "../../rule.ts";
import { span } from "../../text/span.ts";

/** Receivers compare the first characters, letter case included: anything else is no DMARC record to them. */
export default defineRule({
  code: "dmarc/version",
  target: "dmarc",
  severity: "error",
  fixable: "suggestion",
  summary: "A DMARC record that does not begin with `v=DMARC1` is not seen.",
  docs: {
    why: "Receivers recognise a DMARC record by its first tag, `v=DMARC1`, in exactly these letters. A text that begins \
otherwise is skipped, and the domain has no policy.",
    bad: '_dmarc.example.com. IN TXT "v=dmarc1; p=reject"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject"',
  },
  references: ["RFC 9989 §4.7", "RFC 9989 §4.8"],
  messages: {
    wrong: "`{tag}` is not the version, so receivers skip the record. Write `v=DMARC1`, in capitals.",
    late: "The version is not the first tag, so receivers skip the record. Move `v=DMARC1` to the front.",
    missing: "The version is missing, so receivers skip the record. Begin it with `v=DMARC1`.",
  },
  titles: {
    write: "Write `v=DMARC1`",
    move: "Move `v=DMARC1` to the front",
    insert: "Begin with `v=DMARC1`",
  },
  *check(target) {
    const { root, text } = target;
    const { state, tag } = root.version;
    if (!root.isDmarc || state === "right" || beginsWithJunk(target)) return;
    if (tag && state === "late") {
      const edits = [valueEdit(target, span(0, 0), "v=DMARC1; "), tagRemoval(target, root, tag)];
      yield { message: "late", span: text.spanOf(tag.span), fix: { kind: "suggestion", title: "move", edits } };
      return;
    }
    const start = root.broken.find((it) => it.span.start === 0 && /dmarc/i.test(it.text));
    const wrong = tag ?? start;
    if (wrong === undefined) {
      const edits = [valueEdit(target, span(0, 0), "v=DMARC1; ")];
      const at = root.tags[0] ? text.spanOf(root.tags[0].span) : wholeValue(target);
      yield { message: "missing", span: at, fix: { kind: "suggestion", title: "insert", edits } };
      return;
    }
    if (isSpoiltByStrings(target, wrong.span)) return;
    const data = { tag: text.value.slice(wrong.span.start, wrong.span.end) };
    const edits = [valueEdit(target, wrong.span, "v=DMARC1")];
    yield { message: "wrong", data, span: text.spanOf(wrong.span), fix: { kind: "suggestion", title: "write", edits } };
  },
});
