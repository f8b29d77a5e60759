import { defineRule } from "../../rule.ts";

/** What the reader could not read where it stands, and for which no other rule has better words. */
export default defineRule({
  code: "zone/syntax",
  target: "entry",
  severity: "error",
  fixable: false,
  summary: "A token cannot be read where it stands.",
  docs: {
    why: "A zone file is read token by token: owner, TTL, class, type, data. A server that meets a token it cannot place refuses the whole zone and goes on with the old one, or with none.",
    bad: "www.example.com. 3600 IN",
    good: "www.example.com. 3600 IN A 192.0.2.1",
  },
  references: ["RFC 1035 §5.1"],
  messages: {
    unexpected: "`{found}` cannot stand here, so servers refuse the zone. Expected: {wants}.",
    unreadable: "`{found}` cannot be read here, so servers refuse the zone. Correct or remove it.",
    incomplete: "The entry ends too early, so servers refuse the zone. Expected: {wants}.",
  },
  *check(entry) {
    for (const { code, detail, span, data } of entry.issues) {
      if (code !== "zone/syntax") continue;
      const wants = data?.["wants"];
      if (wants === undefined) yield { message: "unreadable", data: { found: detail }, span };
      else if (detail === "") yield { message: "incomplete", data: { wants }, span };
      else yield { message: "unexpected", data: { found: detail, wants }, span };
    }
  },
});
