import { isPolicy } from "../../model/dmarcPolicy.ts";
import { tagRemoval } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { tagOf } from "../../syntax/tagList.ts";

/** What `pct=0` was for. */
export default defineRule({
  code: "dmarc/test-mode",
  target: "dmarc",
  severity: "info",
  fixable: "suggestion",
  summary: "`t=y` lowers the policy by one step.",
  docs: {
    why: "While `t=y` stands, receivers treat `reject` like `quarantine` and `quarantine` like `none`. It is meant for the days \
after a stricter policy was set.",
    bad: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject; t=y"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject"',
  },
  references: ["RFC 9989 §4.7"],
  messages: { test: "`t=y` lowers the policy by one step: receivers only test it. Remove it once mail passes." },
  titles: { remove: "Remove `t=y`" },
  *check(target) {
    const { root, text } = target;
    const tag = tagOf(root, "t");
    if (!isPolicy(target) || tag === undefined || !root.isTest) return;
    const edits = [tagRemoval(target, root, tag)];
    yield { message: "test", span: text.spanOf(tag.span), fix: { kind: "suggestion", title: "remove", edits } };
  },
});
