import { defineRule } from "../../rule.ts";

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
    for (const { code, detail: name, span, data } of entry.issues) {
      if (code !== "zone/invalid-name") continue;
      const reason = data?.["reason"];
      const isKnown = reason === "label" || reason === "name" || reason === "empty" || reason === "escape";
      yield { message: isKnown ? reason : "other", data: { name }, span };
    }
  },
});
