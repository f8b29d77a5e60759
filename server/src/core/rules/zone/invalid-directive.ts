import { defineRule } from "../../rule.ts";

export default defineRule({
  code: "zone/invalid-directive",
  target: "entry",
  severity: "error",
  fixable: false,
  summary: "A directive's argument is missing or wrong.",
  docs: {
    why: "A directive governs every record after it: the origin of relative names, the TTL, what is included. A server that cannot read its argument refuses the zone.",
    bad: "$TTL one-hour",
    good: "$TTL 1h",
  },
  references: ["RFC 1035 §5.1", "RFC 2308 §4"],
  messages: {
    wants: "`{directive}` cannot be read, so servers refuse the zone. Expected: {wants}.",
    wrong: "The argument of `{directive}` cannot be read, so servers refuse the zone. Correct it.",
  },
  *check(entry) {
    for (const { code, detail: directive, span, data } of entry.issues) {
      if (code !== "zone/invalid-directive") continue;
      const wants = data?.["wants"];
      if (wants === undefined) yield { message: "wrong", data: { directive }, span };
      else yield { message: "wants", data: { directive, wants }, span };
    }
  },
});
