import { lineRemoval } from "../../model/stsPolicyFile.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  code: "mta-sts/policy-duplicate-key",
  target: "stsPolicy",
  severity: "warning",
  fixable: "suggestion",
  summary: "A key of an MTA-STS policy file, other than `mx`, stands there twice.",
  docs: {
    why: "Only `mx` may stand in several lines. Of every other key senders take the first line and ignore the others, so the line \
that was written last may not be the one that counts.",
    bad: "version: STSv1\nmode: testing\nmode: enforce\nmx: mx1.example.com\nmax_age: 604800",
    good: "version: STSv1\nmode: enforce\nmx: mx1.example.com\nmax_age: 604800",
  },
  references: ["RFC 8461 §3.2"],
  messages: {
    twice: "`{key}` stands here again: senders take the first one (`{value}`). Keep one.",
    first: "This one counts.",
  },
  titles: { delete: "Delete this line" },
  *check(file) {
    for (const field of file.root.fields) {
      const { key } = field;
      const first = file.root.fields.find((it) => it.key === key);
      if (key === "mx" || key === "" || first === undefined || first === field) continue;
      yield {
        message: "twice",
        data: { key, value: first.value },
        span: field.span,
        related: [{ message: "first", span: first.span }],
        fix: { kind: "suggestion", title: "delete", edits: [lineRemoval(file, field.span)] },
      };
    }
  },
});
