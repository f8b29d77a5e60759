import { defineRule } from "../../rule.ts";

export default defineRule({
  code: "zone/invalid-rdata",
  target: "entry",
  severity: "error",
  fixable: false,
  summary: "A field of a record is not what its type wants there.",
  docs: {
    why: "Servers read the data of a record field by field, each in its own form. One field that does not fit makes them refuse the whole zone, and the last good version goes out of date.",
    bad: "mail.example.com. IN A 192.0.2.256",
    good: "mail.example.com. IN A 192.0.2.25",
  },
  references: ["RFC 1035 §5.1", "RFC 3597 §5"],
  messages: {
    field: "`{text}` does not fit `{field}`, so servers refuse the zone. Write {wants}.",
    data: "`{text}` cannot be read, so servers refuse the zone. Write {wants}.",
  },
  *check(entry) {
    for (const { code, detail: text, span, data = {} } of entry.issues) {
      if (code !== "zone/invalid-rdata") continue;
      const { field = "", wants = "" } = data;
      yield { message: field === "" ? "data" : "field", data: { text, field, wants }, span };
    }
  },
});
