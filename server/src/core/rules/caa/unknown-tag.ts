import { CAA_TAGS, caaTagOf } from "../../facts/caaTags.ts";
import { fieldOf, numberIn } from "../../model/fields.ts";
import { defineRule } from "../../rule.ts";
import { didYouMean } from "../../text/didYouMean.ts";

const CRITICAL = 128;

export default defineRule({
  code: "caa/unknown-tag",
  target: "entry",
  severity: "warning",
  fixable: false,
  summary: "A CAA record with a property that no authority knows.",
  docs: {
    why: "Authorities ignore a property that they do not know, so it restricts nobody. Marked critical (128) it does the opposite: no authority may issue any certificate.",
    bad: 'example.com. IN CAA 0 isssue "ca.example.net"',
    good: 'example.com. IN CAA 0 issue "ca.example.net"',
  },
  references: ["RFC 8659 §4.1", "RFC 8659 §4.5"],
  messages: {
    unknown: "No authority knows the property `{tag}`, so all ignore it. Write `issue`, `issuewild` or `iodef`.",
    meant: "No authority knows the property `{tag}`, so all ignore it. Write `{guess}`.",
    critical: "No authority knows `{tag}`, and since it is critical none may issue a certificate. Write 0 for 128.",
  },
  *check(entry) {
    if (entry.kind !== "record" || entry.typeName !== "CAA" || entry.issues.length > 0) return;
    const field = fieldOf(entry, "tag");
    if (field === undefined || !/^[0-9a-z]+$/i.test(field.text) || caaTagOf(field.text) !== undefined) return;
    const tag = field.text;
    const guess = didYouMean(
      tag,
      CAA_TAGS.map((it) => it.name),
    );
    const isCritical = (numberIn(fieldOf(entry, "flags")) ?? 0) >= CRITICAL;
    if (guess !== undefined) yield { message: "meant", data: { tag, guess }, span: field.span };
    else yield { message: isCritical ? "critical" : "unknown", data: { tag }, span: field.span };
  },
});
