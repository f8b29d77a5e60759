import { absolutize, isAbsolute, isAtOrBelow, parentOf } from "../../model/domainName.ts";
import { insertBefore } from "../../model/recordEdit.ts";
import type { Directive, DomainName, ZoneRecord } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";

const SOA = 6;

/** Suspicious to the reader's screen: an owner that is neither the apex nor below it. */
export default defineRule({
  code: "zone/out-of-zone",
  target: "entry",
  severity: "warning",
  fixable: "suggestion",
  summary: "A record belongs to a name outside the zone.",
  docs: {
    why: "A zone holds its apex and what stands below it. Servers drop any other record, mostly without a word, so it is never published.",
    bad: "example.com. IN SOA ns1 hostmaster 1 7200 3600 1209600 3600\nwww.example.net. IN A 192.0.2.1",
    good: "example.com. IN SOA ns1 hostmaster 1 7200 3600 1209600 3600\nwww.example.com. IN A 192.0.2.1",
  },
  references: ["RFC 1035 §5.2", "RFC 1034 §4.2.1"],
  messages: {
    outside:
      "`{owner}` is outside the zone `{apex}`, so servers drop what stands there and below. Move it to its own zone.",
    unsaid:
      "`{owner}` is outside the zone `{apex}`, which no `$ORIGIN` names. Begin with the right one, or move the record.",
    guessed: "`{name}` means `{owner}` here, outside the zone `{apex}` of the SOA. Begin with `$ORIGIN {apex}`.",
    origin: "`{owner}` is outside the zone `{apex}`, so servers drop what goes on with it. Write a name of this zone.",
  },
  titles: { origin: "Write `$ORIGIN {apex}` before it" },
  *check(entry) {
    const { apex } = entry.zone;
    if (apex === undefined) return;
    if (entry.kind === "directive") {
      const [argument] = entry.args;
      const owner = foreignOrigin(entry, apex);
      if (owner !== undefined && argument) yield { message: "origin", data: { owner, apex }, span: argument.span };
      return;
    }
    const { owner, ownerField, typeField, typeName } = entry;
    if (ownerField === undefined || typeField === undefined || typeName === "SOA" || isAtOrBelow(owner, apex)) return;
    if (isOriginUnknown(entry) || isToldBefore(entry, apex)) return;
    const message = messageFor(entry, apex);
    const data = { owner, apex, name: ownerField.text };
    const edits = insertBefore(entry, `$ORIGIN ${apex}`);
    const fix = { kind: "suggestion", title: "origin", data, edits } as const;
    yield { message, data, span: ownerField.span, ...(message === "guessed" && { fix }) };
  },
});

/** A relative name in a file that begins without `$ORIGIN`: only the server's configuration says what it goes on with. */
function isOriginUnknown(record: ZoneRecord): boolean {
  return isRelative(record) && record.origin === "." && !hasOrigin(record);
}

/** What an `$ORIGIN` gives that lies outside of the zone; a name above the zone is how some programs write dumps. */
function foreignOrigin({ name, args: [argument], origin }: Directive, apex: DomainName): DomainName | undefined {
  if (name !== "$ORIGIN" || argument === undefined) return undefined;
  const given = argument.target ?? absolutize(argument.text, origin).toLowerCase();
  return isAtOrBelow(given, apex) || isAtOrBelow(apex, given) ? undefined : given;
}

/**
 * One finding for a domain that does not belong here: at its `$ORIGIN`, else at the first record of the highest name that
 * has some.
 */
function isToldBefore(record: ZoneRecord, apex: DomainName): boolean {
  const { zone, origin, owner } = record;
  if (isRelative(record) && zone.directives.some((it) => foreignOrigin(it, apex) === origin)) return true;
  let highest = owner;
  for (let name = parentOf(owner); name !== "." && !isAtOrBelow(apex, name); name = parentOf(name)) {
    if (zone.records(name).length > 0) highest = name;
  }
  const first = zone.records(highest).find(({ ownerField }) => ownerField !== undefined);
  return first !== undefined && (first.text !== record.text || first.path !== record.path);
}

function messageFor(record: ZoneRecord, apex: DomainName): "outside" | "unsaid" | "guessed" {
  const { zone } = record;
  if (hasOrigin(record) || !zone.hasSoa) return "outside";
  const [soa] = zone.records(apex, SOA);
  if (soa === undefined) return "outside";
  if (!isRelative(soa)) return isRelative(record) ? "guessed" : "outside";
  return isRelative(record) ? "outside" : "unsaid";
}

function isRelative({ ownerField }: ZoneRecord): boolean {
  return ownerField !== undefined && !isAbsolute(ownerField.text);
}

function hasOrigin({ zone }: ZoneRecord): boolean {
  return zone.directives.some(({ name }) => name === "$ORIGIN");
}
