import { isKeyRecord, isPieceOfKey } from "../../model/dkimKeys.ts";
import { beginsWithJunk, dataSpan, wholeValue } from "../../model/policyRecord.ts";
import { brokenTagFix, isAfterWideSemicolon } from "../../model/tagFixes.ts";
import type { Policy } from "../../model/zone.ts";
import { defineRule, type Fix } from "../../rule.ts";
import { DKIM_TAGS, type DkimRecord } from "../../syntax/dkim.ts";

/** What is no `tag=value` list, or stops being one. */
export default defineRule({
  code: "dkim/syntax",
  target: "dkim",
  severity: "error",
  fixable: "suggestion",
  summary: "A text that is no list of `tag=value` is no DKIM key.",
  docs: {
    why: "A key record is a list of `tag=value` with semicolons between. Verifiers that meet anything else treat the \
record as broken, and every signature that names it fails.",
    bad: 's1._domainkey.example.com. IN TXT "v=DKIM1; k:rsa; p="',
    good: 's1._domainkey.example.com. IN TXT "v=DKIM1; k=rsa; p="',
  },
  references: ["RFC 6376 §3.2", "RFC 6376 §3.6.1"],
  messages: {
    noKey: "`{text}` is no key record, so verifiers find no key. Write `v=DKIM1; k=rsa; p=…`.",
    host: "A host name is no key: verifiers read this text itself. Publish it as a CNAME instead of TXT.",
    equals: "`{text}` is no `tag=value`, so verifiers drop the key. Write the tag, `=` and its value.",
    name: "`{text}` is no name of a tag, so verifiers drop the key. Names are letters, digits and `_`.",
    empty: "Two semicolons with nothing between break the list, and some verifiers drop the key. Delete one.",
    separator: "A `;` is missing before this tag, so verifiers read it as part of the value. Write the `;`.",
  },
  titles: {
    cname: "Change to a CNAME",
    writeTag: "Write `{tag}`",
    deleteSemicolon: "Delete the semicolon",
    writeSemicolon: "Write `;` between the tags",
  },
  *check(target) {
    const { root, text } = target;
    if (!isKeyRecord(target) || isPieceOfKey(target) || beginsWithJunk(target) || text.value === "") return;
    if (!root.hasKnownTag) {
      if (root.version.tag !== undefined) return; // dkim/version
      const isHost = /^(?:[a-z0-9_-]+\.)+[a-z][a-z0-9-]+\.?$/i.test(text.value);
      const fix = isHost ? cnameFix(target) : undefined;
      yield {
        message: isHost ? "host" : "noKey",
        data: { text: text.value },
        span: wholeValue(target),
        ...(fix && { fix }),
      };
      return;
    }
    for (const broken of root.broken) {
      if (isAfterWideSemicolon(target, broken)) continue;
      if (/[^\x20-\x7e]/.test(broken.text)) continue; // curly quotes and odd blanks are `txt` findings
      const fix = brokenTagFix(target, broken, DKIM_TAGS);
      yield {
        message: broken.reason,
        data: { text: broken.text },
        span: text.spanOf(broken.span),
        ...(fix && { fix }),
      };
    }
  },
});

function cnameFix({ record, text }: Policy<DkimRecord>): Fix<"cname"> | undefined {
  if (record.typeField === undefined) return undefined;
  const host = text.value.endsWith(".") ? text.value : `${text.value}.`;
  const edits = [
    { span: record.typeField.span, newText: "CNAME" },
    { span: dataSpan(record), newText: host },
  ];
  return { kind: "suggestion", title: "cname", edits };
}
