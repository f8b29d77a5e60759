import { brokenStart, versionFault } from "../../model/policyFaults.ts";
import { beginsWithJunk } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";

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
    const { root } = target;
    if (!root.isBimi || beginsWithJunk(target)) return;
    const fault = versionFault(target, "v=BIMI1", brokenStart(root, /bimi/i));
    if (fault) yield fault;
  },
});
