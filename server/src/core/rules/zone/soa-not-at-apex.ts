import { missingDotOf } from "../../model/missingDot.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  code: "zone/soa-not-at-apex",
  target: "entry",
  severity: "error",
  fixable: false,
  summary: "An SOA stands at another name than the zone's apex.",
  docs: {
    why: "The SOA begins a zone and names its apex; there is one zone in a file. Servers refuse a file with an SOA at another name.",
    bad: "example.com. IN SOA ns1.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600\nsub.example.com. IN SOA ns1.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600",
    good: "example.com. IN SOA ns1.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600\nsub.example.com. IN NS ns1.example.com.",
  },
  references: ["RFC 1035 §5.2", "RFC 1034 §4.2.1"],
  messages: {
    elsewhere:
      "This SOA is at `{owner}`, not at the apex `{apex}`; servers refuse the zone. Move it to a zone file of its own.",
  },
  *check(entry) {
    if (entry.kind !== "record" || entry.typeName !== "SOA") return;
    const { owner, zone, typeField } = entry;
    if (zone.apex === undefined || owner === zone.apex) return;
    // A forgotten final dot, which has its own rule and fix.
    if (entry.ownerField && missingDotOf({ ...entry.ownerField, field: undefined }, entry)) return;
    const span = entry.ownerField?.span ?? typeField?.span ?? entry.span;
    yield { message: "elsewhere", data: { owner, apex: zone.apex }, span };
  },
});
