import { isPolicy, isWhole } from "../../model/dmarcPolicy.ts";
import { tagInsertion, valueEdit, wholeValue } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { ALL_DMARC_TAGS, POLICIES } from "../../syntax/dmarc.ts";
import { isHalfWritten, misspeltTag, tagOf } from "../../syntax/tagList.ts";

/** `none` where the record asks for reports, and no record at all where it does not. */
export default defineRule({
  code: "dmarc/missing-policy",
  target: "dmarc",
  severity: "error",
  fixable: "suggestion",
  summary: "A DMARC record without `p` asks for nothing, or is void.",
  docs: {
    why: "A record without a policy counts as `p=none` if it names an address for reports; otherwise receivers skip it. Many \
receivers of the old standard skip it in both cases.",
    bad: '_dmarc.example.com. IN TXT "v=DMARC1; sp=reject"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=none; sp=reject"',
  },
  references: ["RFC 9989 §4.7", "RFC 9989 §4.10.1"],
  messages: {
    misspelt: "Receivers do not know `{name}`, so this record has no policy. Write `p`.",
    none: "Without `p` receivers act as on `p=none`, and old ones skip the record. Write the policy.",
    void: "Without `p` and a valid `rua` receivers skip this record. Write the policy.",
  },
  titles: { write: "Write `p=none`", rename: "Write `p`" },
  *check(target) {
    const { root, text } = target;
    if (!isPolicy(target) || !isWhole(target) || tagOf(root, "p") !== undefined) return;
    // A policy without its name, or a `p` without its `=`, is `dmarc/syntax`.
    if (isHalfWritten(root, "p") || root.broken.some(({ text: word }) => isPolicyWord(word))) return;
    if (root.version.state !== "right") return; // dmarc/version: nobody reads the rest
    const misspelt = misspeltTag(root, "p", ALL_DMARC_TAGS);
    if (misspelt) {
      const { name, nameSpan } = misspelt;
      const edits = [valueEdit(target, nameSpan, "p")];
      const fix = { kind: "suggestion", title: "rename", edits } as const;
      yield { message: "misspelt", data: { name }, span: text.spanOf(nameSpan), fix };
      return;
    }
    const hasReports = root.rua.some((it) => it.fault === undefined);
    const { tag: version } = root.version;
    const edits = [tagInsertion(target, root, "p=none", version)];
    yield {
      message: hasReports ? "none" : "void",
      span: version ? text.spanOf(version.span) : wholeValue(target),
      severity: hasReports ? "warning" : "error",
      fix: { kind: "suggestion", title: "write", edits },
    };
  },
});

function isPolicyWord(text: string): boolean {
  return POLICIES.some((it) => it === text.toLowerCase());
}
