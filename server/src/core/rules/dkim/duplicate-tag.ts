import { isKeyRecord } from "../../model/dkimKeys.ts";
import { defineRule } from "../../rule.ts";
import { tagOf } from "../../syntax/tagList.ts";

/** The parser's issue, worded. */
export default defineRule({
  code: "dkim/duplicate-tag",
  target: "dkim",
  severity: "error",
  fixable: false,
  summary: "A tag that stands twice makes the whole key record invalid.",
  docs: {
    why: "No tag may stand twice. Which of the two a verifier would take is anybody's guess, so the standard calls the \
whole record invalid, and signatures that name it fail.",
    bad: 's1._domainkey.example.com. IN TXT "v=DKIM1; k=rsa; k=rsa; p="',
    good: 's1._domainkey.example.com. IN TXT "v=DKIM1; k=rsa; p="',
  },
  references: ["RFC 6376 §3.2"],
  messages: {
    twice: "`{name}` stands twice, which makes the whole key record invalid. Keep one of the two.",
    first: "The first `{name}`",
  },
  *check(target) {
    const { root, issues, text } = target;
    if (!isKeyRecord(target)) return;
    for (const { code, detail: name, span } of issues) {
      const first = tagOf(root, name);
      if (code !== "dkim/duplicate-tag" || first === undefined) continue;
      const related = [{ message: "first" as const, data: { name }, span: text.spanOf(first.nameSpan) }];
      yield { message: "twice", data: { name }, span: text.spanOf(span), related };
    }
  },
});
