import { mechanismsOf, termsOf, withoutTerm } from "../../model/spfPolicy.ts";
import { isRedirect } from "../../model/spfTree.ts";
import { defineRule } from "../../rule.ts";
import type { SpfTerm } from "../../syntax/spf.ts";

const MESSAGES = {
  ignored: "`{all}` matches every host, so `redirect=` is never followed. Keep one of them.",
} as const;

export default defineRule({
  code: "spf/redirect-with-all",
  target: "spf",
  severity: "warning",
  fixable: "suggestion",
  summary: "`redirect=` beside `all` is ignored.",
  docs: {
    why: "`redirect=` takes effect only where no mechanism matches. `all` always matches, so receivers never follow the redirect, wherever it stands.",
    bad: 'example.com. IN TXT "v=spf1 mx redirect=_spf.example.net -all"',
    good: 'example.com. IN TXT "v=spf1 mx redirect=_spf.example.net"',
  },
  references: ["RFC 7208 §6.1", "RFC 7208 §5.1"],
  messages: MESSAGES,
  titles: {
    remove: "Remove `{text}`",
  },
  *check(policy) {
    const all = mechanismsOf(policy).find(({ name }) => name === "all");
    if (!all) return;
    for (const term of termsOf(policy).filter(isRedirect)) {
      const removal = (it: SpfTerm) =>
        ({ kind: "suggestion", title: "remove", data: { text: it.text }, edits: withoutTerm(policy, it) }) as const;
      const alternatives = [removal(all)];
      yield {
        message: "ignored",
        data: { all: all.text },
        span: policy.text.spanOf(term.span),
        fix: removal(term),
        alternatives,
      };
    }
  },
});
