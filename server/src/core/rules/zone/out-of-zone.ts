import { isAtOrBelow } from "../../model/domainName.ts";
import type { ZoneRecord } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";

/** Suspicious to the reader's screen: an owner that is neither the apex nor below it. */
export default defineRule({
  code: "zone/out-of-zone",
  target: "entry",
  severity: "warning",
  fixable: false,
  summary: "A record belongs to a name outside the zone.",
  docs: {
    why: "A zone holds its apex and what stands below it. Servers drop any other record, mostly without a word, so it is never published.",
    bad: "example.com. IN SOA ns1 hostmaster 1 7200 3600 1209600 3600\nwww.example.net. IN A 192.0.2.1",
    good: "example.com. IN SOA ns1 hostmaster 1 7200 3600 1209600 3600\nwww.example.com. IN A 192.0.2.1",
  },
  references: ["RFC 1035 §5.2", "RFC 1034 §4.2.1"],
  messages: {
    outside: "`{owner}` is outside the zone `{apex}`, so servers drop this record. Move it to its own zone.",
  },
  *check(entry) {
    if (entry.kind !== "record" || entry.ownerField === undefined || entry.typeName === "SOA") return;
    const { owner, ownerField, zone } = entry;
    if (zone.apex === undefined || isAtOrBelow(owner, zone.apex)) return;
    if (isOriginUnknown(entry)) return;
    yield { message: "outside", data: { owner, apex: zone.apex }, span: ownerField.span };
  },
});

/** A relative name in a file that begins without `$ORIGIN`: only the server's configuration says what it goes on with. */
function isOriginUnknown({ ownerField, origin, zone }: ZoneRecord): boolean {
  const isRelative = ownerField?.text.endsWith(".") === false;
  return isRelative && origin === "." && !zone.directives.some(({ name }) => name === "$ORIGIN");
}
