import { isPolicy } from "../../model/dmarcPolicy.ts";
import { tagInsertion, tagRemoval } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { tagOf } from "../../syntax/tagList.ts";

/** The old standard wanted it so, and some receivers still check. */
export default defineRule({
  code: "dmarc/policy-not-second",
  target: "dmarc",
  severity: "hint",
  fixable: "safe",
  summary: "Old receivers expect `p` directly behind the version.",
  docs: {
    why: "Since 2026 tags may stand in any order behind the version. Receivers of the older standard expect the policy as the \
second tag, and some skip a record where it stands later.",
    bad: '_dmarc.example.com. IN TXT "v=DMARC1; sp=none; p=reject"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject; sp=none"',
  },
  references: ["RFC 9989 §4.8", "RFC 7489 §6.4"],
  messages: { later: "Receivers of the old standard want `p` as the second tag. Move it behind the version." },
  titles: { move: "Move `p` behind the version" },
  *check(target) {
    const { root, text } = target;
    const tag = tagOf(root, "p");
    if (!isPolicy(target) || root.version.state !== "right" || tag === undefined || tag === root.tags[1]) return;
    const policy = text.value.slice(tag.span.start, tag.span.end);
    const edits = [tagInsertion(target, root, policy, root.version.tag), tagRemoval(target, root, tag)];
    yield { message: "later", span: text.spanOf(tag.span), fix: { kind: "safe", title: "move", edits } };
  },
});
