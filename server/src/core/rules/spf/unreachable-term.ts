import { mechanismsOf, withoutTerm } from "../../model/spfPolicy.ts";
import { defineRule } from "../../rule.ts";
import { span } from "../../text/span.ts";

const MESSAGES = {
  after: "Receivers stop at `{all}`, so `{text}` is never read. Move it before `{all}`.",
} as const;

export default defineRule({
  code: "spf/unreachable-term",
  target: "spf",
  severity: "warning",
  fixable: "suggestion",
  summary: "A mechanism behind `all` is never read.",
  docs: {
    why: "Receivers test the terms from left to right and stop at the first match. `all` matches every host, so no mechanism behind it has any effect: its hosts are treated as if they were not listed.",
    bad: 'example.com. IN TXT "v=spf1 mx ~all include:_spf.example.net"',
    good: 'example.com. IN TXT "v=spf1 mx include:_spf.example.net ~all"',
  },
  references: ["RFC 7208 §5.1", "RFC 7208 §4.6.2"],
  messages: MESSAGES,
  titles: {
    move: "Move `{text}` before `{all}`",
  },
  *check(policy) {
    const mechanisms = mechanismsOf(policy);
    const at = mechanisms.findIndex(({ name }) => name === "all");
    const all = mechanisms[at];
    if (!all) return;
    const place = policy.text.spanOf(span(all.span.start, all.span.start + 1)).start;
    for (const term of mechanisms.slice(at + 1).filter(({ name }) => name !== "all")) {
      const data = { text: term.text, all: all.text };
      const edits = [{ span: span(place, place), newText: `${term.text} ` }, ...withoutTerm(policy, term)];
      const fix = { kind: "suggestion", title: "move", data, edits } as const;
      yield { message: "after", data, span: policy.text.spanOf(term.span), fix };
    }
  },
});
