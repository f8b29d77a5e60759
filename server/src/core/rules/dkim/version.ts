import { isKeyRecord } from "../../model/dkimKeys.ts";
import { beginsWithJunk, tagRemoval, valueEdit } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { span } from "../../text/span.ts";

/** The version is optional in a key record; where it stands, it stands first and says `DKIM1`. */
export default defineRule({
  code: "dkim/version",
  target: "dkim",
  severity: "error",
  fixable: "suggestion",
  summary: "A `v` that is not first, or not `DKIM1`, makes verifiers drop the key.",
  docs: {
    why: "The version tells a key from other texts. It may be left out, but where it stands it must be the first tag and \
say exactly `DKIM1`, in capitals; verifiers discard a record with any other version.",
    bad: 's1._domainkey.example.com. IN TXT "v=DKIM2; k=rsa; p="',
    good: 's1._domainkey.example.com. IN TXT "v=DKIM1; k=rsa; p="',
  },
  references: ["RFC 6376 §3.6.1"],
  messages: {
    wrong: "`{tag}` is no version of DKIM keys, so verifiers drop the record. Write `v=DKIM1`.",
    late: "The version must be the first tag, else verifiers drop the key. Move `v=DKIM1` to the front.",
  },
  titles: { write: "Write `v=DKIM1`", move: "Move `v=DKIM1` to the front" },
  *check(target) {
    const { root, text } = target;
    const { state, tag } = root.version;
    if (tag === undefined || !isKeyRecord(target) || beginsWithJunk(target)) return;
    const at = text.spanOf(tag.span);
    if (state === "late") {
      const edits = [valueEdit(target, span(0, 0), "v=DKIM1; "), tagRemoval(target, root, tag)];
      yield { message: "late", span: at, fix: { kind: "suggestion", title: "move", edits } };
    }
    if (state !== "wrong") return;
    const data = { tag: text.value.slice(tag.span.start, tag.span.end) };
    const edits = [valueEdit(target, tag.span, "v=DKIM1")];
    yield { message: "wrong", data, span: at, fix: { kind: "suggestion", title: "write", edits } };
  },
});
