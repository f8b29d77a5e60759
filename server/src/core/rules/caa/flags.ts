import { fieldOf, numberIn } from "../../model/fields.ts";
import { defineRule } from "../../rule.ts";

const CRITICAL = 128;

export default defineRule({
  code: "caa/flags",
  target: "entry",
  severity: "error",
  fixable: false,
  summary: "The flags of a CAA record are neither 0 nor 128.",
  docs: {
    why: "One flag is defined, 128 (critical): an authority that does not know the tag must not issue. The others are reserved; `1` is mostly a 128 that counted from the wrong end, and protects nothing.",
    bad: 'example.com. IN CAA 1 issue "ca.example.net"',
    good: 'example.com. IN CAA 128 issue "ca.example.net"',
  },
  references: ["RFC 8659 §4.1", "RFC 8659 §4.5"],
  messages: {
    reserved: "Flags {flags} set bits that authorities ignore. Write 0, or 128 to make the property critical.",
  },
  *check(entry) {
    if (entry.kind !== "record" || entry.typeName !== "CAA") return;
    const field = fieldOf(entry, "flags");
    const flags = numberIn(field);
    if (field === undefined || flags === undefined || flags > 255 || flags % CRITICAL === 0) return;
    yield { message: "reserved", data: { flags }, span: field.span };
  },
});
