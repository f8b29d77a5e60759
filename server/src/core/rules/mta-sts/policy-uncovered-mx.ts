import { lineInsertion, uncoveredHostsOf } from "../../model/stsPolicyFile.ts";
import { defineRule } from "../../rule.ts";

/** The zone of the domain is asked: silent where it is unknown. */
export default defineRule({
  code: "mta-sts/policy-uncovered-mx",
  target: "stsPolicy",
  severity: "error",
  fixable: "suggestion",
  summary: "An MX of the domain that no `mx` line of its MTA-STS policy covers.",
  docs: {
    why: "With `enforce` senders deliver only to hosts that an `mx` line covers, and with `testing` they report the others. An MX \
that was added to the zone alone gets no mail from them. A `*.` covers one label: `*.example.com` is not `a.b.example.com`.",
    bad: "version: STSv1\nmode: enforce\nmx: mx1.example.com\nmax_age: 604800",
    good: "version: STSv1\nmode: enforce\nmx: mx1.example.com\nmx: mx2.example.com\nmax_age: 604800",
  },
  references: ["RFC 8461 §4.1", "RFC 8461 §5"],
  messages: {
    enforce: "No `mx` line covers {host}, an MX of the domain: senders deliver nothing to it. Add a line for it.",
    testing: "No `mx` line covers {host}, an MX of the domain: senders report it as a failure. Add a line for it.",
    record: "The MX record.",
  },
  titles: { add: "Add `mx: {host}`" },
  *check(file) {
    const { mx, mode } = file.root;
    const last = mx.at(-1);
    if (last === undefined || (mode?.value !== "enforce" && mode?.value !== "testing")) return;
    for (const { host, record, field } of uncoveredHostsOf(file)) {
      yield {
        message: mode.value,
        data: { host },
        span: last.span,
        ...(mode.value === "testing" && { severity: "warning" }),
        related: [{ message: "record", span: field.span, at: record }],
        fix: {
          kind: "suggestion",
          title: "add",
          data: { host },
          edits: [lineInsertion(file, last.span, `mx: ${host}`)],
        },
      };
    }
  },
});
