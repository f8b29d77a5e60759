import { brokenStart, versionFault } from "../../model/policyFaults.ts";
import { beginsWithJunk } from "../../model/policyRecord.ts";
import { isSpoiltByStrings } from "../../model/txtFaults.ts";
import { defineRule } from "../../rule.ts";

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
    const { root } = target;
    if (!root.isDmarc || beginsWithJunk(target)) return;
    const start = brokenStart(root, /dmarc/i);
    const fault = versionFault(target, "v=DMARC1", start);
    const wrong = root.version.tag ?? start;
    if (fault?.message === "wrong" && wrong && isSpoiltByStrings(target, wrong.span)) return;
    if (fault) yield fault;
  },
});
