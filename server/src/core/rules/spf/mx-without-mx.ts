import { shownName } from "../../model/domainName.ts";
import { mailWithoutSpf, misplacedSpf } from "../../model/missingSpf.ts";
import { isPublished, treeOf } from "../../model/spfPolicy.ts";
import { defineRule } from "../../rule.ts";

const MESSAGES = {
  void: "`{name}` has no MX record, so `{term}` matches no host. Remove it, or publish the MX.",
} as const;

export default defineRule({
  code: "spf/mx-without-mx",
  target: "spf",
  severity: "warning",
  fixable: false,
  summary: "An `mx` term for a name of the zone that has no MX record.",
  docs: {
    why: "The lookup finds nothing, so the term matches no host. Two such lookups are forgiven; a third makes receivers reject the record.",
    bad: '$ORIGIN example.com.\n@ SOA ns hostmaster 1 7200 3600 1209600 3600\n@ TXT "v=spf1 mx -all"',
    good: '$ORIGIN example.com.\n@ SOA ns hostmaster 1 7200 3600 1209600 3600\n@ TXT "v=spf1 mx -all"\n@ MX 10 mail\nmail A 192.0.2.1',
  },
  references: ["RFC 7208 §5.4", "RFC 7208 §4.6.4"],
  messages: MESSAGES,
  *check(policy) {
    if (!isPublished(policy)) return;
    // The record is meant for the domain itself: `spf/missing` says it.
    if (misplacedSpf(policy.zone)?.owner === policy.record.owner && mailWithoutSpf(policy.zone).length > 0) return;
    for (const { term, problem, name = "" } of treeOf(policy).nodes) {
      if (problem !== "void" || term.name !== "mx") continue;
      const data = { term: term.text, name: shownName(name) };
      yield { message: "void", data, span: policy.text.spanOf(term.span) };
    }
  },
});
