import { defineRule } from "../../rule.ts";
import { strangeCharacters } from "../../syntax/strangeCharacters.ts";
import { span } from "../../text/span.ts";

const MESSAGES = {
  beyond: "`{text}` is not ASCII, and receivers drop what they cannot read. Write names in their `xn--` form.",
} as const;

export default defineRule({
  code: "txt/non-ascii",
  target: "txt",
  severity: "warning",
  fixable: false,
  summary: "Characters beyond ASCII in a policy record.",
  docs: {
    why: "The grammar of mail policies is plain ASCII. Receivers read other characters as octets that fit nowhere and drop the tag they stand in.",
    bad: '_dmarc.example.com. IN TXT "v=DMARC1; p=none; rua=mailto:dmärc@example.com"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=none; rua=mailto:dmarc@example.com"',
  },
  references: ["RFC 9989 §4.7", "RFC 6376 §3.2"],
  messages: MESSAGES,
  *check({ text, policy }) {
    if (policy === undefined || policy === "spf") return; // spf/syntax rejects them
    const strange = strangeCharacters(text.value);
    for (const { index, 0: found } of text.value.matchAll(/[^\0-\x7f]+/g)) {
      const at = span(index, index + found.length);
      if (strange.some((it) => it.span.start < at.end && at.start < it.span.end)) continue;
      yield { message: "beyond", data: { text: found }, span: text.spanOf(at) };
    }
  },
});
