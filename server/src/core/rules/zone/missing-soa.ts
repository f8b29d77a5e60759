import { isBelow } from "../../model/domainName.ts";
import { insertBefore } from "../../model/recordEdit.ts";
import type { DomainName, ZoneView } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";

const NS = 2;
/** CNAME and DS: beside them an SOA would be the next fault. */
const NOT_AT_APEX = [5, 43];

export default defineRule({
  code: "zone/missing-soa",
  target: "zone",
  severity: "warning",
  fixable: "suggestion",
  summary: "A zone file without an SOA.",
  docs: {
    why: "Every zone begins with an SOA: secondaries and resolvers take its serial and timers from there. Servers refuse a zone without one, unless another file includes this one.",
    bad: "example.com. IN NS ns1.example.com.",
    good: "example.com. IN SOA ns1.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600\nexample.com. IN NS ns1.example.com.",
  },
  references: ["RFC 1035 §5.2", "RFC 1034 §4.2.1"],
  messages: {
    missing:
      "The zone `{apex}` has no SOA, so servers refuse it. Begin it with one, unless another file includes this one.",
  },
  titles: {
    add: "Add an SOA record",
  },
  *check(zone, { now }) {
    const { apex, firstEntry } = zone;
    if (zone.hasSoa || zone.isPartial || apex === undefined || firstEntry === undefined) return;
    if (zone.records(apex).length === 0) return;
    const fix = {
      kind: "suggestion",
      title: "add",
      edits: insertBefore(firstEntry, soaLine(zone, apex, now)),
    } as const;
    const isRefused = NOT_AT_APEX.some((type) => zone.records(apex, type).length > 0);
    yield { message: "missing", data: { apex }, span: firstEntry.span, at: firstEntry, ...(!isRefused && { fix }) };
  },
});

/** The usual timers (RIPE-203), and the serial of the day. */
function soaLine(zone: ZoneView, apex: DomainName, now: number): string {
  const below = apex === "." ? "" : apex;
  const server = zone.records(apex, NS)[0]?.fields[0]?.target;
  const primary = server !== undefined && (server === apex || isBelow(server, ".")) ? server : `ns1.${below}`;
  const serial = `${new Date(now).toISOString().slice(0, 10).replaceAll("-", "")}01`;
  return `${apex} 3600 IN SOA ${primary} hostmaster.${below} ${serial} 86400 7200 3600000 3600`;
}
