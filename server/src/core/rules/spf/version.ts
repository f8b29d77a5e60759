import { faultsOf, messageFor } from "../../model/spfPolicy.ts";
import { defineRule, replace } from "../../rule.ts";

const MESSAGES = {
  wrong: "`{text}` marks no SPF record, so receivers find none. Begin with `v=spf1` and a space.",
} as const;

export default defineRule({
  code: "spf/version",
  target: "spf",
  severity: "error",
  fixable: "suggestion",
  summary: "A text that looks like SPF does not begin with `v=spf1`.",
  docs: {
    why: "Receivers take a TXT record for SPF only where it begins with `v=spf1` and a space follows, or nothing. Any other text is no SPF record to them: the domain has none.",
    bad: 'example.com. IN TXT "v=spf1; mx -all"',
    good: 'example.com. IN TXT "v=spf1 mx -all"',
  },
  references: ["RFC 7208 §4.5"],
  messages: MESSAGES,
  titles: {
    write: "Begin with `v=spf1`",
  },
  *check(policy) {
    for (const fault of faultsOf(policy, "spf/version")) {
      const message = messageFor(MESSAGES, fault.reason, "wrong");
      const at = policy.text.spanOf(fault.span);
      const fix = replace("suggestion", "write", at, fault.meant ?? "v=spf1");
      yield { message, data: { text: fault.detail }, span: at, fix };
    }
  },
});
