import { defineRule } from "../../rule.ts";

const DS = 43;

export default defineRule({
  code: "zone/ds-at-apex",
  target: "zone",
  severity: "error",
  fixable: false,
  summary: "A DS record at the zone's own apex.",
  docs: {
    why: "A DS vouches for the keys of a zone, and the parent publishes it at the delegation. In the zone itself nobody looks for it; servers refuse the zone or ignore the record.",
    bad: "example.com. IN SOA ns1.example.net. hostmaster.example.com. 1 7200 3600 1209600 3600\nexample.com. IN DS 60485 13 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A",
    good: "example.com. IN SOA ns1.example.net. hostmaster.example.com. 1 7200 3600 1209600 3600\nexample.com. IN CDS 60485 13 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A",
  },
  references: ["RFC 4035 §2.4", "RFC 4034 §5"],
  messages: {
    apex: "A DS belongs into the parent zone of `{apex}`; here validators never see it. Hand it to the registrar.",
  },
  *check(zone) {
    if (zone.apex === undefined || !zone.hasSoa) return;
    for (const record of zone.records(zone.apex, DS)) {
      yield { message: "apex", data: { apex: zone.apex }, span: record.typeField?.span ?? record.span, at: record };
    }
  },
});
