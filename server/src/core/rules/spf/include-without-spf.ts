import { shownName } from "../../model/domainName.ts";
import { isPublished, treeOf } from "../../model/spfPolicy.ts";
import { defineRule } from "../../rule.ts";

const MESSAGES = {
  none: "The zone has no SPF record at `{name}`, so receivers reject this one. Publish it, or remove the term.",
} as const;

export default defineRule({
  code: "spf/include-without-spf",
  target: "spf",
  severity: "error",
  fixable: false,
  summary: "An include or redirect to a name of the zone that has no SPF record.",
  docs: {
    why: "A receiver that finds no SPF record behind an include or redirect stops with a permanent error: the whole record counts no more.",
    bad: '$ORIGIN example.com.\n@ SOA ns hostmaster 1 7200 3600 1209600 3600\n@ TXT "v=spf1 include:_spf.example.com -all"',
    good: '$ORIGIN example.com.\n@ SOA ns hostmaster 1 7200 3600 1209600 3600\n@ TXT "v=spf1 include:_spf.example.com -all"\n_spf TXT "v=spf1 ip4:198.51.100.7 -all"',
  },
  references: ["RFC 7208 §5.2", "RFC 7208 §6.1"],
  messages: MESSAGES,
  *check(policy) {
    if (!isPublished(policy)) return;
    for (const { term, problem, name = "" } of treeOf(policy).nodes) {
      if (problem !== "none") continue;
      const span = policy.text.spanOf(term.domain?.span ?? term.span);
      yield { message: "none", data: { name: shownName(name) }, span };
    }
  },
});
