import { faultsOf, messageFor } from "../../model/spfPolicy.ts";
import { defineRule, replace } from "../../rule.ts";

const MESSAGES = {
  all: "`all` takes no value; with `{text}` receivers reject the whole record. Remove it.",
  prefix: "A prefix length follows only `a`, `mx`, `ip4` and `ip6`; with `{text}` the record fails. Remove it.",
  space: "`{text}` is two terms to receivers, and they reject both. Write `{meant}`.",
} as const;

export default defineRule({
  code: "spf/unexpected-value",
  target: "spf",
  severity: "error",
  fixable: "suggestion",
  summary: "A term has a value that it does not take, or a space before its value.",
  docs: {
    why: "A receiver that finds one fault in the record stops with a permanent error: no term counts any more, and DMARC has only DKIM left.",
    bad: 'example.com. IN TXT "v=spf1 include: _spf.example.net -all"',
    good: 'example.com. IN TXT "v=spf1 include:_spf.example.net -all"',
  },
  references: ["RFC 7208 §5.1", "RFC 7208 §12"],
  messages: MESSAGES,
  titles: {
    write: "Write `{meant}`",
    delete: "Remove `{text}`",
  },
  *check(policy) {
    for (const fault of faultsOf(policy, "spf/unexpected-value")) {
      const message = messageFor(MESSAGES, fault.reason, "space");
      const at = policy.text.spanOf(fault.span);
      const fix =
        fault.meant === ""
          ? replace("suggestion", "delete", at, "", { text: fault.detail })
          : replace("suggestion", "write", at, fault.meant ?? "", { meant: fault.meant ?? "" });
      yield { message, data: { text: fault.detail, meant: fault.meant ?? "" }, span: at, fix };
    }
  },
});
