import { TYPE } from "../../model/spfPolicy.ts";
import { isWrapped } from "../../model/txtFaults.ts";
import { defineRule } from "../../rule.ts";
import { type Span, span } from "../../text/span.ts";

const MESSAGES = {
  semicolon: "The value holds a backslash before `;`, which receivers take for part of a tag. Write `;` alone.",
  wrapped: "The value holds quotes around the policy, so receivers do not recognise it. Remove the inner ones.",
  seam: "The value holds quotes where two strings were to meet. Receivers read them as data: remove them.",
} as const;

export default defineRule({
  code: "txt/double-escaped",
  target: "txt",
  severity: "warning",
  fixable: "safe",
  summary: "Quotes or backslashes that were escaped once too often.",
  docs: {
    why: "Some panels add quotes and backslashes of their own. Escaped ones become part of the value: receivers see quotes round the policy, or a backslash before each semicolon.",
    bad: '_dmarc.example.com. IN TXT "v=DMARC1\\\\; p=none"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=none"',
  },
  references: ["RFC 1035 §5.1"],
  messages: MESSAGES,
  titles: {
    remove: "Remove the extra characters",
  },
  *check({ text, policy, record }) {
    if (policy === undefined || record.type === TYPE.SPF) return;
    const { value } = text;
    const remove = (...places: Span[]) =>
      ({ kind: "safe", title: "remove", edits: places.map((it) => ({ span: text.spanOf(it), newText: "" })) }) as const;
    if (isWrapped(value)) {
      const quotes = [span(0, 1), span(value.length - 1, value.length)];
      yield { message: "wrapped", span: text.spanOf(span(0, 1)), fix: remove(...quotes) };
    }
    for (const { index, 0: found } of value.matchAll(/\\+;/g)) {
      const at = span(index, index + found.length - 1);
      yield { message: "semicolon", span: text.spanOf(at), fix: remove(at) };
    }
    for (const { index, 0: quotes } of value.matchAll(/"[ ]?"/g)) {
      const at = span(index, index + quotes.length);
      if (at.start > 0 && at.end < value.length) yield { message: "seam", span: text.spanOf(at), fix: remove(at) };
    }
  },
});
