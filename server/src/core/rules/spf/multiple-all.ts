import { mechanismsOf, withoutTerm } from "../../model/spfPolicy.ts";
import { defineRule } from "../../rule.ts";

const MESSAGES = {
  again: "Receivers stop at the first `all`, so `{text}` is never read. Keep one `all`, at the end.",
} as const;

export default defineRule({
  code: "spf/multiple-all",
  target: "spf",
  severity: "warning",
  fixable: "suggestion",
  summary: "More than one `all`: only the first counts.",
  docs: {
    why: "`all` matches every host, so receivers never read what follows it. A second one with another sign looks as if it did something.",
    bad: 'example.com. IN TXT "v=spf1 mx ~all -all"',
    good: 'example.com. IN TXT "v=spf1 mx -all"',
  },
  references: ["RFC 7208 §5.1"],
  messages: MESSAGES,
  titles: {
    remove: "Remove `{text}`",
  },
  *check(policy) {
    const [, ...others] = mechanismsOf(policy).filter(({ name }) => name === "all");
    for (const term of others) {
      const fix = {
        kind: "suggestion",
        title: "remove",
        data: { text: term.text },
        edits: withoutTerm(policy, term),
      } as const;
      yield { message: "again", data: { text: term.text }, span: policy.text.spanOf(term.span), fix };
    }
  },
});
