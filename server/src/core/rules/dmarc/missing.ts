import { organizationalDomainOf, sendsNoMail, spfAt } from "../../model/dmarcPolicy.ts";
import { isPublicDomain } from "../../model/domainName.ts";
import { ownerSpan, recordAbove, shownName, TXT, textOf } from "../../model/policyRecord.ts";
import type { DomainName, ZoneView } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";

const MX = 15;

/** Only in a whole zone: a fragment may leave the record to another file. */
export default defineRule({
  code: "dmarc/missing",
  target: "zone",
  severity: "warning",
  fixable: "suggestion",
  summary: "A domain with mail and no DMARC record.",
  docs: {
    why: "Without DMARC, receivers deliver mail that forges this domain, and large ones reject or junk bulk mail from domains \
that have no record at all. `p=none` with an address for reports is a safe beginning.",
    bad: `$ORIGIN example.com.
@ 3600 IN SOA ns.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600
@ IN MX 10 mail.example.com.`,
    good: `$ORIGIN example.com.
@ 3600 IN SOA ns.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600
@ IN MX 10 mail.example.com.
_dmarc IN TXT "v=DMARC1; p=none; rua=mailto:postmaster@example.com"`,
  },
  references: ["RFC 9989 §5.1", "RFC 9989 §4.5"],
  messages: {
    missing: "{domain} has mail but no DMARC record, so anyone can forge it. Add one at `_dmarc`.",
    without:
      "{domain} has no mail, and without a DMARC record not all receivers refuse forged mail. Add one at `_dmarc`.",
  },
  titles: { add: "Add a DMARC record with `p={policy}`" },
  *check(zone) {
    const { apex, hasSoa, isPartial } = zone;
    if (apex === undefined || !hasSoa || isPartial || !isPublicDomain(apex)) return;
    const mail = zone.records(apex, MX);
    const signs = [...mail, ...spfAt(zone, apex)];
    const [first] = signs;
    const { kind } = zone.answer(`_dmarc.${apex}`, TXT);
    if (first === undefined || (kind !== "missing" && kind !== "nodata")) return;
    // The record of a domain above counts for this one too, and nobody here knows whether there is one. Asked last: it
    // loads the public suffix list.
    if (organizationalDomainOf(zone, apex) !== apex) return;
    if (wrongOwners(apex).some((it) => hasDmarc(zone, it))) return;
    const takesMail = mail.some((it) => it.fields.at(-1)?.text !== ".");
    const isWithout = !takesMail && sendsNoMail(zone, apex);
    const policy = isWithout ? "reject" : "none";
    const value = isWithout ? "v=DMARC1; p=reject" : `v=DMARC1; p=none; rua=mailto:postmaster@${shownName(apex)}`;
    const edits = signs.flatMap((it) => recordAbove(it, `_dmarc.${apex}`, `TXT "${value}"`) ?? []).slice(0, 1);
    yield {
      message: isWithout ? "without" : "missing",
      data: { domain: shownName(apex) },
      span: ownerSpan(first),
      at: first,
      ...(edits.length > 0 && { fix: { kind: "suggestion", title: "add", data: { policy }, edits } }),
    };
  },
});

/**
 * Where the record is put by mistake: `dmarc/owner` or `zone/missing-trailing-dot` says it there. At the domain itself, with
 * the domain twice, at another service's name, or at a label with a letter left out, doubled, exchanged or misheard. Few
 * names: they are asked for at each keystroke in a record of the domain.
 */
function wrongOwners(apex: DomainName): DomainName[] {
  const slips = [...MEANT].flatMap((letter, at) => {
    const [before, after] = [MEANT.slice(0, at), MEANT.slice(at + 1)];
    return [before + after, before + letter + letter + after, before + after.slice(0, 1) + letter + after.slice(1)];
  });
  const ends = ["1", "2", "s", "_", "-policy", "-record", "._domainkey", "._report"].map((it) => MEANT + it);
  return [apex, `${MEANT}.${apex}${apex}`, ...[...slips, ...ends, ...MISHEARD].map((it) => `${it}.${apex}`)];
}

const MEANT = "_dmarc";
const MISHEARD = ["_dmark", "_dmarck", "_dmerc", "_dnarc", "-dmarc", "dmarc_", "dmarc1", "_domainkey", "_spf"];

function hasDmarc(zone: ZoneView, owner: DomainName): boolean {
  return zone.records(owner, TXT).some((it) => /^\s*v\s*=\s*dmarc1/i.test(textOf(it)));
}
