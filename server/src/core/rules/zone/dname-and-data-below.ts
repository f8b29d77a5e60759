import { defineRule } from "../../rule.ts";

const DNAME = 39;

export default defineRule({
  code: "zone/dname-and-data-below",
  target: "zone",
  severity: "error",
  fixable: false,
  summary: "Records stand below a name that has a DNAME.",
  docs: {
    why: "A DNAME sends every question about a name below it to another tree, so records there are never answered. Servers refuse such a zone.",
    bad: "example.com. IN SOA ns1.example.net. hostmaster.example.com. 1 7200 3600 1209600 3600\nold.example.com. IN DNAME new.example.com.\nwww.old.example.com. IN A 192.0.2.1",
    good: "example.com. IN SOA ns1.example.net. hostmaster.example.com. 1 7200 3600 1209600 3600\nold.example.com. IN DNAME new.example.com.\nwww.new.example.com. IN A 192.0.2.1",
  },
  references: ["RFC 6672 §2.4"],
  messages: {
    below: "`{owner}` is below the DNAME of `{cut}`, so servers refuse the zone. Move the record or remove the DNAME.",
    dname: "The DNAME.",
  },
  *check(zone) {
    for (const { record, cut } of zone.occlusions()) {
      if (cut.type !== DNAME) continue;
      const related = [{ message: "dname", span: cut.typeField?.span ?? cut.span, at: cut }] as const;
      const data = { owner: record.owner, cut: cut.owner };
      yield { message: "below", data, span: record.ownerField?.span ?? record.span, at: record, related };
    }
  },
});
