import { absolutize, isAbsolute } from "../../model/domainName.ts";
import { missingDotOf } from "../../model/missingDot.ts";
import { defineRule, replace } from "../../rule.ts";

export default defineRule({
  code: "zone/origin-relative",
  target: "entry",
  severity: "hint",
  fixable: "safe",
  summary: "A relative `$ORIGIN`: legal, but refused by some servers.",
  docs: {
    why: "A relative origin goes on with the one before it. BIND and PowerDNS read it so; Knot and NSD refuse the zone.",
    bad: "$ORIGIN example.com.\n$ORIGIN sub",
    good: "$ORIGIN example.com.\n$ORIGIN sub.example.com.",
  },
  references: ["RFC 1035 §5.1"],
  messages: {
    relative: "Knot and NSD refuse the relative origin `{name}`. Write `{absolute}`.",
    unknown: "Knot and NSD refuse the relative origin `{name}`. Write it with a final dot.",
  },
  titles: {
    complete: "Write `{absolute}`",
  },
  *check(entry) {
    if (entry.kind !== "directive" || entry.name !== "$ORIGIN") return;
    const [name] = entry.args;
    if (name === undefined || name.text === "@" || isAbsolute(name.text) || entry.issues.length > 0) return;
    // A forgotten final dot has its own rule, and another fix.
    if (missingDotOf({ text: name.text, span: name.span, field: undefined }, entry)) return;
    // Nothing has named an origin so far: what this one goes on with is the server's business.
    if (entry.origin === ".") yield { message: "unknown", data: { name: name.text }, span: name.span };
    else {
      const absolute = absolutize(name.text, entry.origin);
      const data = { name: name.text, absolute };
      const fix = replace("safe", "complete", name.span, absolute, { absolute });
      yield { message: "relative", data, span: name.span, fix };
    }
  },
});
