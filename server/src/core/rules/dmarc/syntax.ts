import { beginsWithJunk, valueEdit } from "../../model/policyRecord.ts";
import { brokenTagFix, isAfterWideSemicolon } from "../../model/tagFixes.ts";
import { defineRule, type Fix } from "../../rule.ts";
import { ALL_DMARC_TAGS, POLICIES } from "../../syntax/dmarc.ts";
import { tagOf } from "../../syntax/tagList.ts";
import { span } from "../../text/span.ts";

/** What stands between semicolons and is no `tag=value`. The version's own faults are `dmarc/version`. */
export default defineRule({
  code: "dmarc/syntax",
  target: "dmarc",
  severity: "error",
  fixable: "suggestion",
  summary: "A part of a DMARC record that is no `tag=value` is dropped.",
  docs: {
    why: "A DMARC record is a list of `tag=value` with semicolons between. Receivers drop what they cannot read, and often \
the tag beside it, so a comma for a semicolon can cost the policy or the reports.",
    bad: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject, sp=none"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject; sp=none"',
  },
  references: ["RFC 9989 §4.7", "RFC 9989 §4.8"],
  messages: {
    equals: "`{text}` is no `tag=value`, so receivers drop it. Write the tag, `=` and its value.",
    name: "`{text}` is no name of a tag, so receivers drop it. Names are letters only.",
    empty: "Two semicolons with nothing between break the list for strict receivers. Delete one.",
    separator: "A `;` is missing before this tag, so receivers read it as part of the value. Write the `;`.",
    comma: "A semicolon ends the tag, so receivers drop `{text}`. Write a comma between addresses.",
  },
  titles: {
    writeTag: "Write `{tag}`",
    deleteSemicolon: "Delete the semicolon",
    writeSemicolon: "Write `;` between the tags",
    writeComma: "Write a comma between the addresses",
  },
  *check(target) {
    const { root, text } = target;
    if (!root.isDmarc || beginsWithJunk(target)) return;
    for (const broken of root.broken) {
      if (isAfterWideSemicolon(target, broken)) continue;
      const isVersion = broken.span.start === 0 && root.version.tag === undefined && /dmarc/i.test(broken.text);
      if (isVersion || /[^\x20-\x7e]/.test(broken.text)) continue;
      const before = root.tags.filter((it) => it.span.end <= broken.span.start).at(-1);
      if (before && /^ru[af]$/.test(before.name) && /^mailto:/i.test(broken.text)) {
        const edits = [valueEdit(target, span(before.span.end, broken.span.start), ",")];
        const fix: Fix<"writeComma"> = { kind: "suggestion", title: "writeComma", edits };
        yield { message: "comma", data: { text: broken.text }, span: text.spanOf(broken.span), fix };
        continue;
      }
      const fix = brokenTagFix(target, broken, ALL_DMARC_TAGS, tagOf(root, "p") ? [] : POLICIES);
      yield {
        message: broken.reason,
        data: { text: broken.text },
        span: text.spanOf(broken.span),
        ...(fix && { fix }),
      };
    }
  },
});
