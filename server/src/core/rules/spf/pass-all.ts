import { mechanismsOf } from "../../model/spfPolicy.ts";
import { defineRule, replace } from "../../rule.ts";

const MESSAGES = {
  passAll: "`{term}` passes every host on the Internet. Write `-all` to fail the hosts that no other term lists.",
} as const;

/** `+all`, or `all` without a sign, which means the same (RFC 7208 §4.6.2). */
export default defineRule({
  code: "spf/pass-all",
  target: "spf",
  severity: "error",
  fixable: "suggestion",
  summary: "`+all` lets every host on the Internet send as this domain.",
  docs: {
    why: "Receivers test the terms from left to right and stop at the first match. `all` matches every host, and a `+`, written or implied, makes that match a pass: forged mail passes SPF, and with it DMARC.",
    bad: 'example.com. IN TXT "v=spf1 mx +all"',
    good: 'example.com. IN TXT "v=spf1 mx -all"',
  },
  references: ["RFC 7208 §5.1", "RFC 7208 §4.6.2"],
  messages: MESSAGES,
  titles: {
    fail: "Fail all other hosts (`-all`)",
    softfail: "Softfail all other hosts (`~all`)",
  },
  *check(policy) {
    for (const term of mechanismsOf(policy)) {
      if (term.name !== "all" || term.qualifier !== "+" || term.isBroken) continue;
      const at = policy.text.spanOf(term.span);
      const alternatives = [replace("suggestion", "softfail", at, "~all")];
      yield {
        message: "passAll",
        data: { term: term.text },
        span: at,
        fix: replace("suggestion", "fail", at, "-all"),
        alternatives,
      };
    }
  },
});
