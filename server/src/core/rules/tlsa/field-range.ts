import { fieldOf, numberIn } from "../../model/fields.ts";
import { defineRule } from "../../rule.ts";

/** Field, message and the highest number that is assigned; 255 is for private use (RFC 6698 §7). */
const FIELDS = [
  ["usage", "usage", 3],
  ["selector", "selector", 1],
  ["matching type", "matching", 2],
] as const;

export default defineRule({
  code: "tlsa/field-range",
  target: "entry",
  severity: "error",
  fixable: false,
  summary: "Usage, selector or matching type of a TLSA record has no such value.",
  docs: {
    why: "Clients leave out a TLSA record with a number that they do not know. If no other record is left, the server counts as one without DANE.",
    bad: "_25._tcp.mail.example.com. IN TLSA 4 1 1 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    good: "_25._tcp.mail.example.com. IN TLSA 3 1 1 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  },
  references: ["RFC 6698 §2.1", "RFC 7218 §2"],
  messages: {
    usage: "{value} is no certificate usage, so clients ignore the record. Write 0 to 3; mail uses 3 or 2.",
    selector: "{value} is no selector, so clients ignore the record. Write 1 (public key) or 0 (certificate).",
    matching: "{value} is no matching type, so clients ignore the record. Write 1 (SHA-256), 2 (SHA-512) or 0.",
  },
  *check(entry) {
    if (entry.kind !== "record" || entry.typeName !== "TLSA") return;
    for (const [name, message, highest] of FIELDS) {
      const field = fieldOf(entry, name);
      const value = numberIn(field);
      if (field === undefined || value === undefined || value <= highest || value >= 255) continue;
      yield { message, data: { value }, span: field.span };
    }
  },
});
