import { isAtOrBelow } from "../../model/domainName.ts";
import { defineRule } from "../../rule.ts";

const DNAME = 39;

export default defineRule({
  code: "zone/occluded",
  target: "zone",
  severity: "warning",
  fixable: false,
  summary: "A record is hidden by a delegation.",
  docs: {
    why: "At an NS record below the apex another zone begins. Servers answer with the delegation for everything from there on, so records other than the addresses of name servers are never seen.",
    bad: "example.com. IN SOA ns1.example.net. hostmaster.example.com. 1 7200 3600 1209600 3600\nsub.example.com. IN NS ns1.example.net.\nmail.sub.example.com. IN MX 10 mail.example.com.",
    good: "example.com. IN SOA ns1.example.net. hostmaster.example.com. 1 7200 3600 1209600 3600\nsub.example.com. IN NS ns1.example.net.\nmail.example.com. IN MX 10 mail.example.com.",
  },
  references: ["RFC 1034 §4.2.1", "RFC 1034 §4.3.2"],
  messages: {
    hidden: "`{cut}` is delegated, so nobody sees this {type} record. Move it to the zone of `{cut}`.",
    delegation: "The delegation.",
  },
  *check(zone) {
    for (const { record, cut } of zone.occlusions()) {
      // Outside of the zone nothing is seen anyway: `zone/out-of-zone`.
      if (cut.type === DNAME || (zone.apex !== undefined && !isAtOrBelow(cut.owner, zone.apex))) continue;
      const related = [{ message: "delegation", span: cut.typeField?.span ?? cut.span, at: cut }] as const;
      const span = record.ownerField?.span ?? record.typeField?.span ?? record.span;
      yield { message: "hidden", data: { cut: cut.owner, type: record.typeName }, span, at: record, related };
    }
  },
});
