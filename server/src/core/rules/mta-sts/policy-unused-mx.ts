import { covers, isMxPattern, lineRemoval, mailHostsOf } from "../../model/stsPolicyFile.ts";
import { defineRule } from "../../rule.ts";

/** The zone of the domain is asked: silent where it is unknown, hides a part, or has no MX there. */
export default defineRule({
  code: "mta-sts/policy-unused-mx",
  target: "stsPolicy",
  severity: "info",
  fixable: "suggestion",
  summary: "An `mx` line of an MTA-STS policy that covers no MX of the domain.",
  docs: {
    why: "A line for a host that is no MX of the domain allows what is not needed: whoever gets hold of that host, or of its name, \
could take the domain's mail. It may also be an MX that was misspelt. Before a move to a new host it is right for a while.",
    bad: "version: STSv1\nmode: enforce\nmx: mx1.example.com\nmx: old.example.com\nmax_age: 604800",
    good: "version: STSv1\nmode: enforce\nmx: mx1.example.com\nmax_age: 604800",
  },
  references: ["RFC 8461 §4.1"],
  messages: { unused: "`{value}` covers no MX of the domain. Delete the line, unless that host is to become one." },
  titles: { delete: "Delete the line" },
  *check(file) {
    const { mx } = file.root;
    const hosts = mailHostsOf(file);
    if (hosts.length === 0 || file.zone?.isPartial !== false) return;
    for (const { value, valueSpan, span } of mx) {
      if (!isMxPattern(value) || hosts.some(({ host }) => covers(value, host))) continue;
      const fix = { kind: "suggestion", title: "delete", edits: [lineRemoval(file, span)] } as const;
      yield { message: "unused", data: { value }, span: valueSpan, ...(mx.length > 1 && { fix }) };
    }
  },
});
