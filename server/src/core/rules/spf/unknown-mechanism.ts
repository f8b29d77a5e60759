import { faultsOf, withoutTerm } from "../../model/spfPolicy.ts";
import { defineRule, replace } from "../../rule.ts";

const MESSAGES = {
  near: "`{text}` is no SPF mechanism, so receivers reject the whole record. Write `{meant}`.",
  unknown: "`{text}` is no SPF mechanism, so receivers reject the whole record. Correct the name or remove the term.",
  modifier: "`{text}` takes an equals sign; with a colon receivers reject the whole record. Write `{meant}`.",
} as const;

/** A fault the grammar finds (RFC 7208 §4.6.1): also behind `all`, where no receiver would evaluate the term. */
export default defineRule({
  code: "spf/unknown-mechanism",
  target: "spf",
  severity: "error",
  fixable: "suggestion",
  summary: "A term whose name is no SPF mechanism makes the whole record fail.",
  docs: {
    why: "A receiver that finds one fault in the record stops with a permanent error: no term counts any more, and DMARC has only DKIM left.",
    bad: 'example.com. IN TXT "v=spf1 ipv4:192.0.2.1 -all"',
    good: 'example.com. IN TXT "v=spf1 ip4:192.0.2.1 -all"',
  },
  references: ["RFC 7208 §4.6.1", "RFC 7208 §2.6.7"],
  messages: MESSAGES,
  titles: {
    write: "Write `{meant}`",
    remove: "Remove `{text}`",
  },
  *check(policy) {
    for (const fault of faultsOf(policy, "spf/unknown-mechanism")) {
      const at = policy.text.spanOf(fault.span);
      const term = policy.root.terms.find((it) => it.span.start <= fault.span.start && fault.span.end <= it.span.end);
      const { meant, orElse = [] } = fault;
      if (meant === undefined) {
        const edits = term ? withoutTerm(policy, term) : [];
        const fix = { kind: "suggestion", title: "remove", data: { text: term?.text ?? "" }, edits } as const;
        yield { message: "unknown", data: { text: fault.detail }, span: at, fix };
        continue;
      }
      const [fix, ...alternatives] = [meant, ...orElse].map((it) =>
        replace("suggestion", "write", at, it, { meant: it }),
      );
      const isModifier = fault.reason === "modifier";
      const name = term?.nameAt?.text ?? fault.detail;
      const data = isModifier ? { text: name, meant: `${name}=` } : { text: fault.detail, meant };
      yield { message: isModifier ? "modifier" : "near", data, span: at, ...(fix && { fix }), alternatives };
    }
  },
});
