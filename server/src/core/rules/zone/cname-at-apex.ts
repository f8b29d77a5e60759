import { isFlattened } from "../../model/flattenedAlias.ts";
import { defineRule } from "../../rule.ts";

const CNAME = 5;
const SOA = 6;

export default defineRule({
  code: "zone/cname-at-apex",
  target: "zone",
  severity: "error",
  fixable: false,
  summary: "A CNAME at the zone's apex, beside the SOA.",
  docs: {
    why: "A name with a CNAME can have no other record, and the apex always has SOA and NS. Servers refuse such a zone; where one serves it, mail to the domain is lost, since the MX is hidden behind the alias.",
    bad: "example.com. IN SOA ns1.example.net. hostmaster.example.com. 1 7200 3600 1209600 3600\nexample.com. IN CNAME www.example.net.",
    good: "example.com. IN SOA ns1.example.net. hostmaster.example.com. 1 7200 3600 1209600 3600\nexample.com. IN A 192.0.2.1",
  },
  references: ["RFC 1034 §3.6.2", "RFC 1912 §2.4"],
  messages: {
    apex: "A CNAME cannot stand beside the SOA of `{apex}`: servers refuse the zone. Write the A and AAAA records instead.",
  },
  *check(zone) {
    if (zone.apex === undefined || zone.records(zone.apex, SOA).length === 0 || isFlattened(zone, zone.apex)) return;
    for (const record of zone.records(zone.apex, CNAME)) {
      yield { message: "apex", data: { apex: zone.apex }, span: record.typeField?.span ?? record.span, at: record };
    }
  },
});
