import { wrongIncludeOf } from "../../facts/spfProviders.ts";
import { termsOf } from "../../model/spfPolicy.ts";
import { defineRule, replace } from "../../rule.ts";

const MESSAGES = {
  wrong: "`{text}` has no SPF record, so the include fails. {provider} wants `{meant}`.",
} as const;

export default defineRule({
  code: "spf/unknown-provider-include",
  target: "spf",
  severity: "warning",
  fixable: "suggestion",
  summary: "An include of a provider's host that holds no SPF record.",
  docs: {
    why: "Providers publish their senders under one name. Any other of their names has no SPF record, and an include of it makes receivers reject the whole record.",
    bad: 'example.com. IN TXT "v=spf1 include:_spf.outlook.com ~all"',
    good: 'example.com. IN TXT "v=spf1 include:spf.protection.outlook.com ~all"',
  },
  references: ["RFC 7208 §5.2"],
  messages: MESSAGES,
  titles: {
    write: "Write `{meant}`",
  },
  *check(policy) {
    for (const term of termsOf(policy)) {
      if (term.kind === "broken" || (term.name !== "include" && term.name !== "redirect") || !term.domain) continue;
      const found = wrongIncludeOf(term.domain.text);
      if (!found) continue;
      const at = policy.text.spanOf(term.domain.span);
      const { include: meant, provider } = found;
      const data = { text: term.domain.text, provider, meant };
      yield { message: "wrong", data, span: at, fix: replace("suggestion", "write", at, meant, { meant }) };
    }
  },
});
