import { defineRule } from "../../rule.ts";

export default defineRule({
  code: "zone/include-not-found",
  target: "entry",
  severity: "error",
  fixable: false,
  summary: "An included file is not there.",
  docs: {
    why: "A server that cannot read an included file refuses the whole zone. Only files inside the workspace are read here; a path that leads out of it counts as not there.",
    bad: "$INCLUDE mial.zone",
    good: "; $INCLUDE mail.zone",
  },
  references: ["RFC 1035 §5.1"],
  messages: {
    missing: "`{path}` is not in the workspace; a server that cannot read it refuses the zone. Correct the path.",
  },
  *check(entry) {
    for (const { code, detail: path, span } of entry.issues) {
      if (code === "zone/include-not-found") yield { message: "missing", data: { path }, span };
    }
  },
});
