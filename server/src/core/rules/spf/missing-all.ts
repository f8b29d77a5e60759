import { isIncluded, isPublished, type SpfPolicy, termsOf } from "../../model/spfPolicy.ts";
import { defineRule, type Fix } from "../../rule.ts";
import type { SpfTerm } from "../../syntax/spf.ts";
import { didYouMean } from "../../text/didYouMean.ts";
import { edit } from "../../text/span.ts";

const MESSAGES = {
  missing: "The record ends without `all`, so any host may send unpunished. End it with `~all` or `-all`.",
} as const;

/** Of a character-string (RFC 1035 §3.3). */
const MOST_OCTETS = 255;

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
    // A word behind the quotes may be the `all`: it has a finding of its own.
    if (policy.strings.length < policy.record.fields.length) return;
    if (!isPublished(policy) || termsOf(policy).some(decides) || isIncluded(policy)) return;
    const last = policy.root.terms.at(-1) ?? policy.root.version;
    // The word that somebody is typing comes first; it may become the `all`.
    if (policy.issues.some(({ span }) => span.end > last.span.start && span.start <= last.span.end)) return;
    const at = policy.text.spanOf(last.span);
    const end = (term: string) => ending(policy, at.end, term);
    const [fix, other] = policy.root.terms.length === 0 ? [end("-all"), end("~all")] : [end("~all"), end("-all")];
    yield { message: "missing", span: at, fix, alternatives: [other] };
  },
});

/** Never inside a word without quotes, nor beyond the 255 octets of a string. */
function ending({ strings }: SpfPolicy, at: number, term: string): Fix<"end"> {
  const string = strings.find((it) => it.span.start <= at && at <= it.span.end);
  const kind = { kind: "suggestion", title: "end", data: { term } } as const;
  if (string?.isQuoted === false) {
    const { start, end } = string.span;
    return { ...kind, edits: [edit(start, start, '"'), edit(at, at, ` ${term}`), edit(end, end, '"')] };
  }
  const isFull = string !== undefined && string.text.length + term.length >= MOST_OCTETS;
  return { ...kind, edits: [edit(at, at, isFull ? `" " ${term}` : ` ${term}`)] };
}

/** A broken word that was meant to decide has a finding of its own. */
function decides(term: SpfTerm): boolean {
  if (term.kind === "mechanism") return term.name === "all";
  if (term.kind === "modifier") return term.name === "redirect" || didYouMean(term.name, ["redirect"]) !== undefined;
  return /all|redirect/i.test(term.text) || didYouMean(term.text.replace(/^[-+~?]/, ""), ["all"]) !== undefined;
}
