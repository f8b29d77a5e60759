import { mechanismsOf, withoutTerm } from "../../model/spfPolicy.ts";
import { defineRule } from "../../rule.ts";

const MESSAGES = {
  ptr: "Many receivers skip `{text}`, so its hosts fail. List them with `a`, `mx`, `ip4` or `ip6` instead.",
} as const;

export default defineRule({
  code: "spf/ptr",
  target: "spf",
  severity: "warning",
  fixable: "suggestion",
  summary: "`ptr` is slow and unreliable, and must not be published.",
  docs: {
    why: "A `ptr` makes receivers look up the reverse name of each client and then every name behind it. Large receivers skip the mechanism, so the hosts it should match fail.",
    bad: 'example.com. IN TXT "v=spf1 ptr -all"',
    good: 'example.com. IN TXT "v=spf1 a mx -all"',
  },
  references: ["RFC 7208 §5.5"],
  messages: MESSAGES,
  titles: {
    remove: "Remove `{text}`",
  },
  *check(policy) {
    for (const term of mechanismsOf(policy)) {
      if (term.name !== "ptr") continue;
      const fix = {
        kind: "suggestion",
        title: "remove",
        data: { text: term.text },
        edits: withoutTerm(policy, term),
      } as const;
      yield { message: "ptr", data: { text: term.text }, span: policy.text.spanOf(term.span), fix };
    }
  },
});
