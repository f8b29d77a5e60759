import { isPolicy, isWhole } from "../../model/dmarcPolicy.ts";
import { tagRemoval } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { tagOf } from "../../syntax/tagList.ts";

/** `fo` only says when a failure report is sent. */
export default defineRule({
  code: "dmarc/fo-without-ruf",
  target: "dmarc",
  severity: "info",
  fixable: "safe",
  summary: "`fo` without `ruf` is ignored.",
  docs: {
    why: "`fo` says which failures are reported one by one, and `ruf` where to. Without an address there is nothing to report, \
so receivers ignore `fo`.",
    bad: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject; fo=1"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject; fo=1; ruf=mailto:dmarc@example.com"',
  },
  references: ["RFC 9989 §4.7", "RFC 9991 §1"],
  messages: { ignored: "`fo` counts only beside `ruf`, so receivers ignore it. Remove it, or add `ruf=mailto:…`." },
  titles: { remove: "Remove `fo`" },
  *check(target) {
    const { root, text } = target;
    const tag = tagOf(root, "fo");
    if (!isPolicy(target) || !isWhole(target) || tag === undefined || tagOf(root, "ruf") !== undefined) return;
    const edits = [tagRemoval(target, root, tag)];
    yield { message: "ignored", span: text.spanOf(tag.span), fix: { kind: "safe", title: "remove", edits } };
  },
});
