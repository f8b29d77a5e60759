import { isAtOrBelow, relativize } from "../../model/domainName.ts";
import { missingDotOf } from "../../model/missingDot.ts";
import { insertBefore } from "../../model/recordEdit.ts";
import type { Reference } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";

const A = 1;
const AAAA = 28;
const NS = 2;

export default defineRule({
  code: "zone/missing-glue",
  target: "reference",
  severity: "warning",
  fixable: "suggestion",
  summary: "A name server inside the zone has no address.",
  docs: {
    why: "Resolvers that are sent to a server inside the zone need its address from the same zone: they cannot ask the server for it. Without one they never get there.",
    bad: "example.com. IN SOA ns1.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600\nexample.com. IN NS ns1.example.com.",
    good: "example.com. IN SOA ns1.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600\nexample.com. IN NS ns1.example.com.\nns1.example.com. IN A 192.0.2.1",
  },
  references: ["RFC 1034 §4.2.1", "RFC 1912 §2.3", "RFC 9471 §3"],
  messages: {
    missing: "`{target}` has no address in this zone, so resolvers cannot reach this server. Add its A or AAAA record.",
  },
  titles: {
    add: "Add an A record for `{name}`",
  },
  *check(reference) {
    const { record, field, target } = reference;
    if (record.type !== NS || !lacksAddress(reference) || missingDotOf({ ...field, field }, record)) return;
    const name = relativize(target, record.origin);
    // Of RFC 5737: to be replaced, and harmless until then.
    const edits = insertBefore(record, `${name} IN A 192.0.2.1`);
    const fix = { kind: "suggestion", title: "add", data: { name }, edits } as const;
    yield { message: "missing", data: { target }, span: field.span, at: record, fix };
  },
});

function lacksAddress({ record, target, answer, zone }: Reference): boolean {
  if (answer.kind === "missing" || answer.kind === "nodata") return true;
  // The name is delegated with the record itself: nobody else can give its address.
  if (answer.kind !== "unknown" || zone.isPartial || zone.apex === undefined || record.owner === zone.apex)
    return false;
  if (!isAtOrBelow(target, record.owner) || !isAtOrBelow(record.owner, zone.apex)) return false;
  return zone.records(target, A).length === 0 && zone.records(target, AAAA).length === 0;
}
