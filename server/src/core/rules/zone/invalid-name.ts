import { defineRule } from "../../rule.ts";
import { type Span, span } from "../../text/span.ts";

export default defineRule({
  code: "zone/invalid-name",
  target: "entry",
  severity: "error",
  fixable: false,
  summary: "A name that DNS cannot carry: too long, an empty label, a broken escape.",
  docs: {
    why: "On the wire a label has one length octet of which six bits count, and a whole name at most 255 octets. What does not fit cannot be published; servers refuse the zone.",
    bad: "www..example.com. IN A 192.0.2.1",
    good: "www.example.com. IN A 192.0.2.1",
  },
  references: ["RFC 1035 §2.3.4", "RFC 1035 §5.1"],
  messages: {
    label: "A label of `{name}` is over 63 octets, so servers refuse the zone. Shorten it.",
    name: "`{name}` is over 255 octets with its origin, so servers refuse the zone. Shorten it.",
    empty: "`{name}` holds an empty label, so servers refuse the zone. Remove one dot.",
    escape: "`{name}` holds a broken escape, so servers refuse the zone. Write `\\` and three digits up to 255.",
    other: "`{name}` is no domain name, so servers refuse the zone. Correct it.",
  },
  *check(entry) {
    for (const { code, detail: name, span: whole, data } of entry.issues) {
      // An entry of a lone `)` has no name at all; other rules speak of it.
      if (code !== "zone/invalid-name" || whole.start === whole.end) continue;
      const reason = data?.["reason"];
      const isKnown = reason === "label" || reason === "name" || reason === "empty" || reason === "escape";
      yield {
        message: isKnown ? reason : "other",
        data: { name },
        span: isKnown ? placeOf(reason, name, whole) : whole,
      };
    }
  },
});

/** A character of a label: an escape that is whole, one that is not, or any other. */
const CHARACTER = /\\\d{3}|\\[^\d]|[^.]/g;
const BROKEN_ESCAPE = /\\(?:\d{1,2}(?!\d)|2(?:5[6-9]|[6-9]\d)|[3-9]\d\d)/g;

/** The label, the dot or the escape at fault, within the name. */
function placeOf(reason: "label" | "name" | "empty" | "escape", name: string, { start, end }: Span): Span {
  const at = (from: number, length: number) => span(start + from, start + from + length);
  if (reason === "escape") {
    const [broken] = name.matchAll(BROKEN_ESCAPE);
    return broken ? at(broken.index, broken[0].length) : { start, end };
  }
  if (reason === "empty" && name !== "") {
    const dot = name.startsWith(".") ? 0 : name.search(/\.\./) + 1;
    return at(dot, 1);
  }
  if (reason === "name" || name === "") return { start, end };
  for (const { index, 0: label } of name.matchAll(/(?:\\.|[^.\\])+/gs)) {
    if ((label.match(CHARACTER)?.length ?? 0) > 63) return at(index, label.length);
  }
  return { start, end };
}
