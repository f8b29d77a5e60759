import { isPolicy } from "../../model/dmarcPolicy.ts";
import { valueEdit } from "../../model/policyRecord.ts";
import { isSpoiltByStrings } from "../../model/txtFaults.ts";
import { defineRule } from "../../rule.ts";
import { type DmarcPolicy, policyOf } from "../../syntax/dmarc.ts";
import { didYouMean } from "../../text/didYouMean.ts";

const POLICIES: readonly DmarcPolicy[] = ["reject", "quarantine", "none"];

/** Other words for the three policies that people write. */
const WORDS: Readonly<Record<string, DmarcPolicy>> = {
  monitor: "none",
  monitoring: "none",
  report: "none",
  accept: "none",
  allow: "none",
  pass: "none",
  spam: "quarantine",
  junk: "quarantine",
  block: "reject",
  deny: "reject",
  discard: "reject",
  drop: "reject",
  fail: "reject",
};

/** With such a value the whole record counts as `p=none`, or is void where it has no `rua`. */
export default defineRule({
  code: "dmarc/invalid-policy",
  target: "dmarc",
  severity: "error",
  fixable: "suggestion",
  summary: "A policy is one of `none`, `quarantine` and `reject`.",
  docs: {
    why: "There are three policies. Where `p`, `sp` or `np` has another value, receivers act as if the whole record said \
`p=none`, and where it has no `rua` they skip the record: forged mail is delivered either way.",
    bad: '_dmarc.example.com. IN TXT "v=DMARC1; p=quarantined"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=quarantine"',
  },
  references: ["RFC 9989 §4.7", "RFC 9989 §4.10.1"],
  messages: {
    meant: "`{value}` is no policy, so receivers let forged mail through. Write `{meant}`.",
    policy: "`{value}` is no policy, so receivers let forged mail through. Write `none`, `quarantine` or `reject`.",
    empty: "`{name}` has no value, so receivers let forged mail through. Write `none`, `quarantine` or `reject`.",
  },
  titles: { write: "Write `{policy}`" },
  *check(target) {
    const { root, text } = target;
    if (!isPolicy(target)) return;
    for (const tag of root.tags) {
      if (!/^(?:p|sp|np)$/.test(tag.name) || policyOf(tag) !== undefined) continue;
      if (isSpoiltByStrings(target, tag.valueSpan)) continue;
      const { name, value } = tag;
      const meant =
        WORDS[value.toLowerCase()] ?? didYouMean(value, POLICIES) ?? POLICIES.find((it) => startsLike(value, it));
      const [fix, ...alternatives] = (meant ? [meant] : POLICIES).map(
        (policy) =>
          ({
            kind: "suggestion",
            title: "write",
            data: { policy },
            edits: [valueEdit(target, tag.span, `${name}=${policy}`)],
          }) as const,
      );
      const message = value === "" ? "empty" : meant ? "meant" : "policy";
      const at = text.spanOf(value === "" ? tag.span : tag.valueSpan);
      yield { message, data: { name, value, meant: meant ?? "" }, span: at, ...(fix && { fix }), alternatives };
    }
  },
});

function startsLike(value: string, policy: string): boolean {
  return value.length > 3 && value.toLowerCase().startsWith(policy.slice(0, 4));
}
