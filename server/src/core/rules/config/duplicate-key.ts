import { defineRule } from "../../rule.ts";

export default defineRule({
  code: "config/duplicate-key",
  target: "config",
  severity: "error",
  fixable: false,
  summary: "A key that stands twice in one mapping.",
  docs: {
    why: "Some readers take the first of two equal keys, some the last, and YAML calls it an error. What is sent then \
depends on the program.",
    bad: "version: 1\naccounts: { ops: { smtp: { port: 465, port: 587 } } }",
    good: "version: 1\naccounts: { ops: { smtp: { port: 465 } } }",
  },
  references: ["YAML 1.2.2 §3.2.1.3"],
  messages: {
    twice: "`{text}` stands twice in this mapping, and readers differ on which one counts. Keep one of them.",
    first: "It stands here first.",
  },
  *check({ issues }) {
    for (const { reason, span, detail, related } of issues) {
      if (reason !== "duplicateKey") continue;
      const others = related ? [{ message: "first" as const, span: related }] : [];
      yield { message: "twice", data: { text: detail }, span, related: others };
    }
  },
});
