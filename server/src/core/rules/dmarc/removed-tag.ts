import { tagRemoval, valueEdit } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { tagOf } from "../../syntax/tagList.ts";

/** The tags that DMARC lost in 2026, and what they were when nobody wrote them. */
const DEFAULTS: Readonly<Record<string, string>> = { pct: "100", rf: "afrf", ri: "86400" };

/** Receivers of the old standard still read them, so only the old defaults go without a change of meaning. */
export default defineRule({
  code: "dmarc/removed-tag",
  target: "dmarc",
  severity: "info",
  fixable: "safe",
  summary: "`pct`, `rf` and `ri` are gone from DMARC since 2026.",
  docs: {
    why: "The standard of 2026 removed three tags that receivers hardly followed. New receivers ignore them, older ones still \
read them. What `pct=0` was used for is now `t=y`.",
    bad: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject; pct=100"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject"',
  },
  references: ["RFC 9989 §C.6", "RFC 9989 §4.7"],
  messages: {
    removed: "`{name}` is gone from DMARC: new receivers ignore it, old ones may follow it. Remove it.",
    testing: "`pct=0` is gone from DMARC, so new receivers apply the policy to all mail. Write `t=y`.",
  },
  titles: { remove: "Remove `{name}`", test: "Write `t=y`" },
  *check(target) {
    const { root, text } = target;
    if (!root.isDmarc) return;
    for (const tag of root.tags) {
      const { name, value } = tag;
      const usual = DEFAULTS[name];
      if (usual === undefined) continue;
      if (name === "pct" && /^0+$/.test(value) && tagOf(root, "t") === undefined) {
        const edits = [valueEdit(target, tag.span, "t=y")];
        yield { message: "testing", span: text.spanOf(tag.span), fix: { kind: "suggestion", title: "test", edits } };
        continue;
      }
      const kind = value.toLowerCase() === usual ? "safe" : "suggestion";
      const fix = { kind, title: "remove", data: { name }, edits: [tagRemoval(target, root, tag)] } as const;
      yield { message: "removed", data: { name }, span: text.spanOf(tag.span), fix };
    }
  },
});
