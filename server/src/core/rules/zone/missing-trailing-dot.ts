import { absolutize, isAbsolute } from "../../model/domainName.ts";
import { missingDotOf } from "../../model/missingDot.ts";
import { type WrittenName, writtenNamesOf } from "../../model/writtenName.ts";
import type { ZoneEntry } from "../../model/zone.ts";
import { defineRule, type Fix } from "../../rule.ts";
import { type Span, span } from "../../text/span.ts";

/**
 * Suspicious to the reader's screen: a relative name that ends in the origin's labels, an absolute one with the apex
 * twice at its end, a relative target whose last label could be a public suffix.
 */
export default defineRule({
  code: "zone/missing-trailing-dot",
  target: "entry",
  severity: "warning",
  fixable: "safe",
  summary: "A name without its final dot gets the origin added once too often.",
  docs: {
    why: "Every name that does not end with a dot goes on with the origin. `mail.example.com` in the zone `example.com.` is `mail.example.com.example.com.`: nobody looks there, so the record might as well not exist.",
    bad: "$ORIGIN example.com.\n@ IN MX 10 mail.example.com",
    good: "$ORIGIN example.com.\n@ IN MX 10 mail.example.com.",
  },
  references: ["RFC 1035 §5.1"],
  messages: {
    repeated: "Without a final dot `{name}` means `{meant}`. Add the dot.",
    doubled: "`{name}` ends with the zone's name twice, so nobody looks there. Write it once.",
    foreign: "`{name}` is read as `{meant}`, which does not exist. Add a final dot.",
  },
  titles: {
    addDot: "Add the final dot (`{name}.`)",
    once: "Write the zone's name once",
  },
  *check(entry) {
    // Somebody is typing: without its type the record is `zone/syntax`.
    if (entry.kind === "record" && entry.typeField === undefined) return;
    for (const written of namesOf(entry)) {
      const missing = missingDotOf(written, entry);
      if (missing === undefined) continue;
      const { text: name } = written;
      // `zone/soa-rname` writes the dot too.
      if (entry.kind === "record" && entry.typeName === "SOA" && name.includes("@") && name !== "@") continue;
      if (missing.kind === "doubled") {
        const again = span(written.span.end - missing.base.length, written.span.end);
        yield { message: "doubled", data: { name }, span: written.span, fix: withoutSecond(again) };
        continue;
      }
      const fix = addDot(written.span, name, missing.kind === "repeated" ? "safe" : "suggestion");
      const meant = absolutize(name, entry.origin);
      const report = { message: missing.kind, data: { name, meant }, span: written.span, fix } as const;
      // Without an SOA at its apex no server takes the zone.
      yield entry.kind === "record" && entry.typeName === "SOA" && written.field === undefined
        ? { ...report, severity: "error" }
        : report;
    }
  },
});

function namesOf(entry: ZoneEntry): WrittenName[] {
  if (entry.kind === "record") return writtenNamesOf(entry);
  const [origin] = entry.args;
  // An absolute origin with the name twice is no slip: somebody builds that tree.
  return entry.name === "$ORIGIN" && origin && !isAbsolute(origin.text)
    ? [{ text: origin.text, span: origin.span, field: undefined }]
    : [];
}

function addDot({ end }: Span, name: string, kind: Fix["kind"]): Fix<"addDot"> {
  return { kind, title: "addDot", data: { name }, edits: [{ span: span(end, end), newText: "." }] };
}

function withoutSecond(again: Span): Fix<"once"> {
  return { kind: "suggestion", title: "once", edits: [{ span: again, newText: "" }] };
}
