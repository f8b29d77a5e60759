import { cutsOf, LONGEST_STRING, quotesFor } from "../../model/longStrings.ts";
import { octetsOf } from "../../model/txtValue.ts";
import { defineRule } from "../../rule.ts";
import { span } from "../../text/span.ts";

const MESSAGES = {
  long: "The string has {octets} octets of at most 255, so some servers refuse the zone. Split it into two.",
} as const;

export default defineRule({
  code: "txt/string-too-long",
  target: "txt",
  severity: "error",
  fixable: "safe",
  summary: "A string of more than 255 octets.",
  docs: {
    why: "A string in DNS holds at most 255 octets. BIND refuses the whole zone for a longer one; other servers cut it into pieces themselves. Receivers join the strings of a record again.",
    bad: 'example.com. IN TXT "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"',
    good: 'example.com. IN TXT "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"',
  },
  references: ["RFC 1035 §3.3"],
  messages: MESSAGES,
  titles: {
    split: "Split it into strings of 255 octets",
  },
  *check({ record, strings }) {
    for (const field of strings) {
      if (field.value.value.length <= 63) continue; // four octets a character at most
      const octets = octetsOf(field, record.text);
      if (octets <= LONGEST_STRING) continue;
      const edits = cutsOf(field, record.text).map((at) => ({ span: span(at, at), newText: '" "' }));
      const quotes = quotesFor(field).map((at) => ({ span: at, newText: '"' }));
      const fix = { kind: "safe", title: "split", edits: [...edits, ...quotes] } as const;
      yield { message: "long", data: { octets }, span: field.span, fix };
    }
  },
});
