import { isIndentedDirective } from "../../model/classWord.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  code: "zone/missing-owner",
  target: "entry",
  severity: "error",
  fixable: false,
  summary: "The first record has no owner.",
  docs: {
    why: "A line that begins with a blank belongs to the owner of the record before. The first record has none before it, so servers refuse the zone.",
    bad: "   IN MX 10 mail.example.com.",
    good: "@  IN MX 10 mail.example.com.",
  },
  references: ["RFC 1035 §5.1"],
  messages: {
    missing: "The first record begins with a blank, so it has no owner and servers refuse the zone. Begin it with `@`.",
  },
  *check(entry) {
    if (isIndentedDirective(entry)) return; // zone/unknown-type
    for (const { code, span } of entry.issues) {
      if (code === "zone/missing-owner") yield { message: "missing", span };
    }
  },
});
