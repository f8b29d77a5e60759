import { defineRule } from "../../rule.ts";

const SOA = 6;
const NS = 2;

export default defineRule({
  code: "zone/missing-ns",
  target: "zone",
  severity: "warning",
  fixable: false,
  summary: "The zone names no name server at its apex.",
  docs: {
    why: "A zone must say which servers answer for it. Servers refuse or warn about one that does not, and resolvers have nowhere to go once the parent's delegation has expired from their caches.",
    bad: "example.com. IN SOA ns1.example.net. hostmaster.example.com. 1 7200 3600 1209600 3600",
    good: "example.com. IN SOA ns1.example.net. hostmaster.example.com. 1 7200 3600 1209600 3600\nexample.com. IN NS ns1.example.net.\nexample.com. IN NS ns2.example.net.",
  },
  references: ["RFC 1034 §4.2.1", "RFC 1912 §2.8"],
  messages: {
    missing: "The zone `{apex}` has no NS record, so servers refuse it or warn. Add the names of its servers.",
  },
  *check(zone) {
    const { apex } = zone;
    if (apex === undefined || !zone.hasSoa || zone.isPartial || zone.records(apex, NS).length > 0) return;
    const soa = zone.records(apex, SOA)[0];
    if (soa) yield { message: "missing", data: { apex }, span: soa.typeField?.span ?? soa.span, at: soa };
  },
});
