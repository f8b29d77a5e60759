import { defineRule } from "../../rule.ts";

/** What stands in its place today, where anything does. SPF has a rule of its own; KEY still holds keys of SIG(0). */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ["MD", "MX"],
  ["MF", "MX"],
  ["MB", ""],
  ["MG", ""],
  ["MR", ""],
  ["WKS", "SRV"],
  ["A6", "AAAA"],
  ["DLV", "DS"],
  ["NXT", "NSEC"],
  ["SIG", "RRSIG"],
]);

export default defineRule({
  code: "zone/obsolete-type",
  target: "entry",
  severity: "warning",
  fixable: false,
  summary: "A record type that nobody asks for any more.",
  docs: {
    why: "These types were replaced decades ago. No program asks for them, some servers refuse them, and what they were to say is lost.",
    bad: "example.com. IN MD mail.example.com.",
    good: "example.com. IN MX 10 mail.example.com.",
  },
  references: ["RFC 1035 §3.3", "RFC 6563", "RFC 8749", "RFC 3755"],
  messages: {
    instead: "{type} is obsolete and nobody asks for it. Write {instead}.",
    unused: "{type} is obsolete and nobody asks for it. Remove the record.",
  },
  *check(entry) {
    if (entry.kind !== "record") return;
    const { typeName: type, typeField } = entry;
    const instead = INSTEAD.get(type);
    if (instead === undefined || typeField === undefined) return;
    yield { message: instead === "" ? "unused" : "instead", data: { type, instead }, span: typeField.span };
  },
});
