import { dmarcAt } from "../../model/dmarcPolicy.ts";
import { isPublicDomain } from "../../model/domainName.ts";
import { mailWithoutSpf, misplacedSpf } from "../../model/missingSpf.ts";
import { ownerEdit, ownerSpan, recordAbove, relativeTo, shownName } from "../../model/policyRecord.ts";
import { isServedLocally } from "../../model/servedLocally.ts";
import type { DomainName, ZoneRecord, ZoneView } from "../../model/zone.ts";
import { defineRule, type Fix, type Report } from "../../rule.ts";

type Message = "missing" | "misplaced";
type Title = "publish" | "move";

/** A domain without mail is `spf/no-mail-domain`. Only in a whole zone: a fragment may leave the record to another file. */
export default defineRule({
  code: "spf/missing",
  target: "zone",
  severity: "warning",
  fixable: "suggestion",
  summary: "A domain with mail and no SPF record.",
  docs: {
    why: "Without SPF, receivers cannot tell the domain's own servers from anybody else's, and large ones refuse or junk mail that neither \
SPF nor DKIM vouches for. Receivers look at the domain itself; a record at `_spf` counts only where an `include` names it.",
    bad: `$ORIGIN example.com.
@ 3600 IN SOA ns.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600
@ IN MX 10 mail.example.com.`,
    good: `$ORIGIN example.com.
@ 3600 IN SOA ns.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600
@ IN MX 10 mail.example.com.
@ IN TXT "v=spf1 mx -all"`,
  },
  references: ["RFC 7208 §3", "RFC 7208 §10.1.2"],
  messages: {
    missing: "{domain} has mail but no SPF record, so anyone may send in its name. Publish one at the domain itself.",
    misplaced:
      "{domain} has no SPF record, and receivers do not look for one at {owner}. Move it to the domain itself.",
  },
  titles: { publish: "Publish `{value}`", move: "Move it to `{owner}`" },
  *check(zone) {
    const { apex } = zone;
    if (apex === undefined || !isPublicDomain(apex) || isServedLocally(zone)) return;
    const [first] = mailWithoutSpf(zone);
    if (first === undefined || isSaidByDmarc(zone, apex)) return;
    const misplaced = misplacedSpf(zone);
    yield misplaced ? reportOf(misplaced, zone, apex) : missing(first, apex);
  },
});

/** `dmarc/no-alignment-source`: a policy that refuses the domain's own mail comes first. */
function isSaidByDmarc(zone: ZoneView, apex: DomainName): boolean {
  const policy = dmarcAt(zone, apex)?.p;
  return !zone.hasDomainKeys && (policy === "quarantine" || policy === "reject");
}

function missing(record: ZoneRecord, apex: DomainName): Report<Message, Title> {
  const value = "v=spf1 mx ~all";
  const edit = recordAbove(record, apex, `TXT "${value}"`);
  const fix = edit && ({ kind: "suggestion", title: "publish", data: { value }, edits: [edit] } as const);
  const { span } = record.typeField ?? record;
  const data = { domain: shownName(apex) };
  // Keys may vouch for its mail that a provider publishes: only what was meant for SPF is certainly a mistake.
  return { message: "missing", severity: "info", data, span, at: record, ...(fix && { fix }) };
}

function reportOf(record: ZoneRecord, zone: ZoneView, apex: DomainName): Report<Message, Title> {
  const owner = relativeTo(record.origin, apex);
  const edit = ownerEdit(record, zone, owner);
  const fix: Fix<Title> | undefined = edit && { kind: "suggestion", title: "move", data: { owner }, edits: [edit] };
  const data = { domain: shownName(apex), owner: shownName(record.owner) };
  return { message: "misplaced", data, span: ownerSpan(record), at: record, ...(fix && { fix }) };
}
