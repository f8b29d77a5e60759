import type { ZoneEntry } from "../../model/zone.ts";
import { defineRule, type Fix } from "../../rule.ts";
import { type Span, span } from "../../text/span.ts";

export default defineRule({
  code: "zone/extra-rdata",
  target: "entry",
  severity: "error",
  fixable: "suggestion",
  summary: "Words stand after the last field of a record.",
  docs: {
    why: "A record type has so many fields and no more. Servers refuse the whole zone for a word behind the last one, which is mostly a comment without its semicolon, or a second value that needs a record of its own.",
    bad: "www.example.com. IN A 192.0.2.80 the web server",
    good: "www.example.com. IN A 192.0.2.80 ; the web server",
  },
  references: ["RFC 1035 §5.1"],
  messages: {
    extra: "`{text}` stands after the last field of {type}, so servers refuse the zone. Remove it.",
  },
  titles: {
    remove: "Remove `{text}`",
    comment: "Make it a comment (`;`)",
  },
  *check(entry) {
    for (const { code, detail, span: at, data = {} } of entry.issues) {
      if (code !== "zone/extra-rdata") continue;
      const text = entry.text.slice(at.start, at.end).replace(/\s+/g, " ") || detail;
      const { type = "" } = data;
      // A word too many in the middle moves a good one to the end: `zone/invalid-rdata` shows which.
      if (!text.includes(" ") && entry.issues.some((it) => it.code === "zone/invalid-rdata")) continue;
      const remove = { kind: "suggestion", title: "remove", data: { text }, edits: [removal(entry, at)] } as const;
      const comment = toComment(entry, at);
      const fixes = comment ? { fix: remove, alternatives: [comment] } : { fix: remove };
      yield { message: "extra", data: { text, type }, span: at, ...fixes };
    }
  },
});

/** With the blanks before it. */
function removal({ text }: ZoneEntry, at: Span) {
  let start = at.start;
  while (start > 0 && /[ \t]/.test(text[start - 1] ?? "")) start--;
  return { span: span(start, at.end), newText: "" };
}

/** A semicolon would hide a closing parenthesis too. */
function toComment({ text }: ZoneEntry, at: Span): Fix<"comment"> | undefined {
  if (/[()\n\r]/.test(text.trimEnd())) return undefined;
  return { kind: "suggestion", title: "comment", edits: [{ span: span(at.start, at.start), newText: "; " }] };
}
