import { defineRule } from "../../rule.ts";

export default defineRule({
  code: "zone/include-cycle",
  target: "entry",
  severity: "error",
  fixable: false,
  summary: "A file includes itself, directly or through others.",
  docs: {
    why: "A server that follows such an include never ends: it stops at some depth and refuses the zone.",
    bad: "$INCLUDE example.com.zone",
    good: "; $INCLUDE mail.zone",
  },
  references: ["RFC 1035 §5.1"],
  messages: {
    cycle: "`{path}` leads back to this file, so servers give up and refuse the zone. Remove one `$INCLUDE`.",
  },
  *check(entry) {
    for (const { code, detail: path, span } of entry.issues) {
      if (code === "zone/include-cycle") yield { message: "cycle", data: { path }, span };
    }
  },
});
