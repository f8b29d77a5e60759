import { isPublished } from "../../model/spfPolicy.ts";
import { defineRule } from "../../rule.ts";

const MESSAGES = {
  wildcard: "`{owner}` gives no SPF to names that have records of their own. Publish one at each of them.",
} as const;

export default defineRule({
  code: "spf/wildcard",
  target: "spf",
  severity: "info",
  fixable: false,
  summary: "An SPF record at a wildcard owner.",
  docs: {
    why: "A wildcard answers only for names that do not exist otherwise: a host with an A or MX record gets no SPF from it. Each name that could be forged needs its own record.",
    bad: '*.example.com. IN TXT "v=spf1 -all"',
    good: 'www.example.com. IN TXT "v=spf1 -all"',
  },
  references: ["RFC 7208 §3.5", "RFC 4592 §2.2.1"],
  messages: MESSAGES,
  *check(policy) {
    const { record, root } = policy;
    if (!record.owner.startsWith("*.") || !isPublished(policy)) return;
    const at = record.ownerField?.span ?? policy.text.spanOf(root.version.span);
    yield { message: "wildcard", data: { owner: record.ownerField?.text ?? record.owner }, span: at };
  },
});
