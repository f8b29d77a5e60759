import { uncoveredHostsOf, valueEdit } from "../../model/stsPolicyFile.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  code: "mta-sts/policy-testing",
  target: "stsPolicy",
  severity: "info",
  fixable: "suggestion",
  summary: "An MTA-STS policy in mode `testing` enforces nothing.",
  docs: {
    why: "With `testing` senders deliver over broken TLS, or none, and only report it. It is right while the reports are watched; \
once they show no failures, only `enforce` protects the mail.",
    bad: "version: STSv1\nmode: testing\nmx: mx1.example.com\nmax_age: 604800",
    good: "version: STSv1\nmode: enforce\nmx: mx1.example.com\nmax_age: 604800",
  },
  references: ["RFC 8461 §5"],
  messages: {
    testing: "Senders only report failures and deliver all the same. Write `enforce` once the reports show none.",
  },
  titles: { enforce: "Write `enforce`" },
  *check(file) {
    const { mode } = file.root;
    if (mode?.value !== "testing") return;
    const fix = { kind: "suggestion", title: "enforce", edits: [valueEdit(file, mode, "enforce")] } as const;
    // An MX that is not covered would get no mail.
    const isReady = uncoveredHostsOf(file).length === 0;
    yield { message: "testing", span: mode.valueSpan, ...(isReady && { fix }) };
  },
});
