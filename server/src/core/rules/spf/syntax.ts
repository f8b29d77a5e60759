import { faultsOf, messageFor, type SpfPolicy, withoutTerm } from "../../model/spfPolicy.ts";
import type { Fix } from "../../rule.ts";
import { defineRule, replace } from "../../rule.ts";
import type { SpfFault } from "../../syntax/spf.ts";

const MESSAGES = {
  comma: "`{text}` is one word to receivers, so they reject the record. Put spaces between terms: `{meant}`.",
  space: "`{text}` lacks a space, so receivers reject the record. Write `{meant}`.",
  doubled: "`{text}` names a mechanism twice, so receivers look up a wrong name. Write `{meant}`.",
  address: "`{text}` needs a mechanism before it, or receivers reject the record. Write `{meant}`.",
  equals: "A mechanism takes a colon; with `=` receivers reject the whole record. Write `{meant}`.",
  sign: "A modifier takes no `{text}` before it: receivers reject the whole record. Remove the sign.",
  quote: "The quotes in `{text}` become part of the record, so receivers reject it. Write `{meant}`.",
  signs: "`{text}` is no term: one sign stands right before the name, or receivers reject it. Write `{meant}`.",
  empty: "Nothing follows the `:`, so receivers reject the record. Remove it, or write a domain after it.",
  character: "`{text}` is not allowed in SPF, so receivers reject the whole record. Use plain ASCII letters.",
  wrong: "`{text}` is no SPF term, so receivers reject the whole record. Correct it or remove it.",
} as const;

/** All that the grammar rejects and no other rule words (RFC 7208 §4.6): also behind `all`. */
export default defineRule({
  code: "spf/syntax",
  target: "spf",
  severity: "error",
  fixable: "suggestion",
  summary: "A word in the record is no SPF term, which makes the whole record fail.",
  docs: {
    why: "A receiver that finds one fault in the record stops with a permanent error: no term counts any more, and DMARC has only DKIM left.",
    bad: 'example.com. IN TXT "v=spf1 mx, -all"',
    good: 'example.com. IN TXT "v=spf1 mx -all"',
  },
  references: ["RFC 7208 §4.6", "RFC 7208 §12"],
  messages: MESSAGES,
  titles: {
    write: "Write `{meant}`",
    delete: "Remove `{text}`",
  },
  *check(policy) {
    for (const fault of faultsOf(policy, "spf/syntax")) {
      const at = policy.text.spanOf(fault.span);
      const message = messageFor(MESSAGES, fault.reason, "wrong");
      const { detail: text, meant } = fault;
      const fix =
        meant === undefined
          ? removal(policy, fault)
          : replace("suggestion", meant === "" ? "delete" : "write", at, meant, { text, meant });
      yield { message, data: { text: printable(text), meant: meant ?? "" }, span: at, fix };
    }
  },
});

function removal(policy: SpfPolicy, fault: SpfFault): Fix<"delete"> {
  const term = policy.root.terms.find((it) => it.span.start <= fault.span.start && fault.span.end <= it.span.end);
  const edits = term ? withoutTerm(policy, term) : [];
  return { kind: "suggestion", title: "delete", data: { text: printable(term?.text ?? fault.detail) }, edits };
}

/** Control characters cannot be seen: their number in a zone file's form says more. */
function printable(text: string): string {
  const escaped = (it: string) => `\\${String(it.charCodeAt(0)).padStart(3, "0")}`;
  return Array.from(text, (it) => (it < " " || (it >= "\x7f" && it < "\xa0") ? escaped(it) : it)).join("");
}
