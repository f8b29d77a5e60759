import { beginsWithJunk } from "../../model/policyRecord.ts";
import { brokenTagFix, isAfterWideSemicolon } from "../../model/tagFixes.ts";
import { defineRule } from "../../rule.ts";
import { BIMI_TAGS } from "../../syntax/bimi.ts";

/** What stands between semicolons and is no `tag=value`, and a tag that stands twice. */
export default defineRule({
  code: "bimi/syntax",
  target: "bimi",
  severity: "error",
  fixable: "suggestion",
  summary: "A BIMI record that is no list of `tag=value`.",
  docs: {
    why: "A BIMI record is a list of `tag=value` with semicolons between. Receivers that meet anything else treat the record as \
broken and show no logo.",
    bad: 'default._bimi.example.com. IN TXT "v=BIMI1; l:https://example.com/logo.svg"',
    good: 'default._bimi.example.com. IN TXT "v=BIMI1; l=https://example.com/logo.svg"',
  },
  references: ["draft-brand-indicators-for-message-identification §4.3"],
  messages: {
    equals: "`{text}` is no `tag=value`, so receivers show no logo. Write the tag, `=` and its value.",
    name: "`{text}` is no name of a tag, so receivers show no logo. Names are letters only.",
    empty: "Two semicolons with nothing between break the list, and no logo is shown. Delete one.",
    separator: "A `;` is missing before this tag, so receivers read it as part of the value. Write the `;`.",
    twice: "`{text}` stands twice, which breaks the record. Keep one of the two.",
  },
  titles: {
    writeTag: "Write `{tag}`",
    deleteSemicolon: "Delete the semicolon",
    writeSemicolon: "Write `;` between the tags",
  },
  *check(target) {
    const { root, issues, text } = target;
    if (!root.isBimi || beginsWithJunk(target)) return;
    for (const broken of root.broken) {
      if (isAfterWideSemicolon(target, broken)) continue;
      const isVersion = broken.span.start === 0 && root.version.tag === undefined && /bimi/i.test(broken.text);
      if (isVersion || /[^\x20-\x7e]/.test(broken.text)) continue;
      const fix = brokenTagFix(target, broken, BIMI_TAGS);
      yield {
        message: broken.reason,
        data: { text: broken.text },
        span: text.spanOf(broken.span),
        ...(fix && { fix }),
      };
    }
    for (const { code, detail, span } of issues) {
      if (code === "bimi/duplicate-tag") yield { message: "twice", data: { text: detail }, span: text.spanOf(span) };
    }
  },
});
