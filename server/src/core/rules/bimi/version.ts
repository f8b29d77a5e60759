import { beginsWithJunk, tagRemoval, valueEdit, wholeValue } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import type { BrokenTag } from "../../syntax/tagList.ts";
import { span } from "../../text/span.ts";

/** The first tag, in exactly these letters: anything else is no BIMI record to its readers. */
export default defineRule({
  code: "bimi/version",
  target: "bimi",
  severity: "error",
  fixable: "suggestion",
  summary: "A BIMI record that does not begin with `v=BIMI1` is not seen.",
  docs: {
    why: "Receivers recognise the record by its first tag, `v=BIMI1`, in exactly these letters. A text that begins otherwise is \
skipped, and no logo is shown.",
    bad: 'default._bimi.example.com. IN TXT "v=bimi1; l=https://example.com/logo.svg"',
    good: 'default._bimi.example.com. IN TXT "v=BIMI1; l=https://example.com/logo.svg"',
  },
  references: ["draft-brand-indicators-for-message-identification §4.3"],
  messages: {
    wrong: "`{tag}` is not the version, so receivers skip the record. Write `v=BIMI1`, letter by letter.",
    late: "The version is not the first tag, so receivers skip the record. Move `v=BIMI1` to the front.",
    missing: "The version is missing, so receivers skip the record. Begin it with `v=BIMI1`.",
  },
  titles: {
    write: "Write `v=BIMI1`",
    move: "Move `v=BIMI1` to the front",
    insert: "Begin with `v=BIMI1`",
  },
  *check(target) {
    const { root, text } = target;
    const { state, tag } = root.version;
    if (!root.isBimi || beginsWithJunk(target)) return;
    if (state === "right") return;
    if (tag && state === "late") {
      const edits = [valueEdit(target, span(0, 0), "v=BIMI1; "), tagRemoval(target, root, tag)];
      yield { message: "late", span: text.spanOf(tag.span), fix: { kind: "suggestion", title: "move", edits } };
      return;
    }
    const wrong = tag ?? root.broken.find(isStart);
    if (wrong === undefined) {
      const edits = [valueEdit(target, span(0, 0), "v=BIMI1; ")];
      const at = root.tags[0] ? text.spanOf(root.tags[0].span) : wholeValue(target);
      yield { message: "missing", span: at, fix: { kind: "suggestion", title: "insert", edits } };
      return;
    }
    const data = { tag: text.value.slice(wrong.span.start, wrong.span.end) };
    const edits = [valueEdit(target, wrong.span, "v=BIMI1")];
    yield { message: "wrong", data, span: text.spanOf(wrong.span), fix: { kind: "suggestion", title: "write", edits } };
  },
});

function isStart({ span: { start }, text }: BrokenTag): boolean {
  return start === 0 && /bimi/i.test(text);
}
