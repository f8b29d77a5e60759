import { octetsAt, octetsOf } from "../../model/txtValue.ts";
import type { Field } from "../../model/zone.ts";
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
      if (octets <= 255) continue;
      const edits = cuts(field, record.text).map((at) => ({ span: span(at, at), newText: '" "' }));
      const quotes = field.isQuoted
        ? []
        : [field.span.start, field.span.end].map((at) => ({ span: span(at, at), newText: '"' }));
      const fix = { kind: "safe", title: "split", edits: [...edits, ...quotes] } as const;
      yield { message: "long", data: { octets }, span: field.span, fix };
    }
  },
});

/** Offsets of the entry before the characters that would be the 256th octet; a surrogate pair is not parted. */
function cuts({ value, span: at }: Field, text: string): number[] {
  const places: number[] = [];
  let octets = 0;
  for (let unit = 0; unit < value.value.length; unit++) {
    const isPair = /[\ud800-\udbff]/.test(value.value[unit] ?? "");
    const size = octetsAt(value.value, unit, value, at.start, text);
    if (octets + (isPair ? 4 : size) > 255) {
      places.push(value.spanOf(span(unit, unit + 1)).start);
      octets = 0;
    }
    octets += size;
  }
  return places;
}
