import { isIncluded, mechanismsOf } from "../../model/spfPolicy.ts";
import { defineRule, replace } from "../../rule.ts";

const MESSAGES = {
  neutral: "`?all` gives forged mail no worse verdict than none. Write `~all`, or `-all` to have it refused.",
} as const;

export default defineRule({
  code: "spf/neutral-all",
  target: "spf",
  severity: "warning",
  fixable: "suggestion",
  summary: "`?all` says nothing about hosts that are not listed.",
  docs: {
    why: "Neutral means the same as no record: receivers do not hold it against forged mail. It serves for a first test at most.",
    bad: 'example.com. IN TXT "v=spf1 mx ?all"',
    good: 'example.com. IN TXT "v=spf1 mx ~all"',
  },
  references: ["RFC 7208 §8.2", "RFC 7208 §5.1"],
  messages: MESSAGES,
  titles: {
    fail: "Fail all other hosts (`-all`)",
    softfail: "Softfail all other hosts (`~all`)",
  },
  *check(policy) {
    for (const term of mechanismsOf(policy)) {
      if (term.name !== "all" || term.qualifier !== "?" || term.isBroken || isIncluded(policy)) continue;
      const at = policy.text.spanOf(term.span);
      const alternatives = [replace("suggestion", "fail", at, "-all")];
      yield { message: "neutral", span: at, fix: replace("suggestion", "softfail", at, "~all"), alternatives };
    }
  },
});
