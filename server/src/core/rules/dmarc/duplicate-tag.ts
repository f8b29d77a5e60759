import { defineRule } from "../../rule.ts";
import { tagOf } from "../../syntax/tagList.ts";

/** The parser's issue, worded. */
export default defineRule({
  code: "dmarc/duplicate-tag",
  target: "dmarc",
  severity: "error",
  fixable: false,
  summary: "A tag that stands twice in a DMARC record.",
  docs: {
    why: "No tag may stand twice. Some receivers then drop the whole record, others take the first or the last of the two: \
nobody knows which policy applies.",
    bad: '_dmarc.example.com. IN TXT "v=DMARC1; p=none; p=reject"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject"',
  },
  references: ["RFC 9989 §4.7", "RFC 6376 §3.2"],
  messages: {
    twice: "`{name}` stands twice: some receivers drop the record, others take either. Keep one.",
    first: "The first `{name}`",
  },
  *check({ root, issues, text }) {
    for (const { code, detail: name, span } of issues) {
      const first = tagOf(root, name);
      if (code !== "dmarc/duplicate-tag" || first === undefined) continue;
      const related = [{ message: "first" as const, data: { name }, span: text.spanOf(first.nameSpan) }];
      yield { message: "twice", data: { name }, span: text.spanOf(span), related };
    }
  },
});
