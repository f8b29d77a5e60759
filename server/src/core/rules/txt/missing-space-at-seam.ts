import { TYPE } from "../../model/spfPolicy.ts";
import { lostSpaces } from "../../model/txtFaults.ts";
import { defineRule, replace } from "../../rule.ts";
import { span } from "../../text/span.ts";

const MESSAGES = {
  seam: "The strings join to `{text}`, which is no term to receivers. Write a space before the closing quote.",
} as const;

export default defineRule({
  code: "txt/missing-space-at-seam",
  target: "spf",
  severity: "error",
  fixable: "safe",
  summary: "Two strings of an SPF record meet without a space.",
  docs: {
    why: "Receivers join the strings of a record without anything between. Without a space at the seam two terms become one word, which voids the record or names a wrong host.",
    bad: 'example.com. IN TXT "v=spf1 mx" "-all"',
    good: 'example.com. IN TXT "v=spf1 mx " "-all"',
  },
  references: ["RFC 7208 §3.3"],
  messages: MESSAGES,
  titles: {
    space: "Write a space between the terms",
  },
  *check(policy) {
    if (policy.record.type === TYPE.SPF) return;
    for (const { at, left, right } of lostSpaces(policy)) {
      const { value } = policy.text;
      const start = value.lastIndexOf(" ", at - 1) + 1;
      const end = (value.indexOf(" ", at) + value.length + 1) % (value.length + 1);
      const place = left.span.end - 1;
      const fix = replace("safe", "space", span(place, place), " ");
      yield { message: "seam", data: { text: value.slice(start, end) }, span: span(place, right.span.start + 1), fix };
    }
  },
});
