import { isIncluded, isPublished, termsOf } from "../../model/spfPolicy.ts";
import { defineRule, replace } from "../../rule.ts";
import type { SpfTerm } from "../../syntax/spf.ts";
import { span } from "../../text/span.ts";

const MESSAGES = {
  missing: "The record ends without `all`, so any host may send unpunished. End it with `~all` or `-all`.",
} as const;

export default defineRule({
  code: "spf/missing-all",
  target: "spf",
  severity: "warning",
  fixable: "suggestion",
  summary: "Neither `all` nor `redirect=`: hosts that are not listed get no verdict.",
  docs: {
    why: "Where no term matches and nothing says what to do, the result is neutral: receivers treat forged mail as if the domain had no SPF.",
    bad: 'example.com. IN TXT "v=spf1 mx"',
    good: 'example.com. IN TXT "v=spf1 mx -all"',
  },
  references: ["RFC 7208 §4.7", "RFC 7208 §5.1"],
  messages: MESSAGES,
  titles: {
    end: "End with `{term}`",
  },
  *check(policy) {
    if (!isPublished(policy) || termsOf(policy).some(decides) || isIncluded(policy)) return;
    const last = policy.root.terms.at(-1) ?? policy.root.version;
    const at = policy.text.spanOf(last.span);
    const end = (term: string) => replace("suggestion", "end", span(at.end, at.end), ` ${term}`, { term });
    const [fix, other] = policy.root.terms.length === 0 ? [end("-all"), end("~all")] : [end("~all"), end("-all")];
    yield { message: "missing", span: at, fix, alternatives: [other] };
  },
});

/** A broken word that was meant to decide has a finding of its own. */
function decides(term: SpfTerm): boolean {
  if (term.kind === "mechanism") return term.name === "all";
  if (term.kind === "modifier") return term.name === "redirect";
  return /all|redirect/i.test(term.text);
}
