import { isReportProcessor } from "../../facts/reportProcessors.ts";
import { dmarcAt, isPolicy, organizationalDomainOf, policyDomainOf } from "../../model/dmarcPolicy.ts";
import { itemRemoval, labelsOf, shownName, TXT } from "../../model/policyRecord.ts";
import type { DomainName, ZoneView } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";
import { tagOf } from "../../syntax/tagList.ts";

/** The consent stands in the other domain's zone; where this zone holds it, or its owner is known to publish it, nothing is missing. */
export default defineRule({
  code: "dmarc/external-reports",
  target: "dmarc",
  severity: "warning",
  fixable: "suggestion",
  summary: "Reports to another organization need its consent in the DNS.",
  docs: {
    why: "Before a reporter sends reports to a host of another organization, it asks that one's DNS for consent: a text \
`v=DMARC1` at `<this domain>._report._dmarc.<host>`. Without it, the address gets nothing.",
    bad: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.net"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.com"',
  },
  references: ["RFC 9990 §4", "RFC 9989 §4.10.2"],
  messages: {
    consent: "Reports to {host} need its consent, a TXT `v=DMARC1` at {owner}. Else none come.",
  },
  titles: { remove: "Remove this address" },
  *check(target) {
    const { record, root, text, zone } = target;
    if (!isPolicy(target) || labelsOf(record.owner)[0] !== "_dmarc") return;
    const domain = policyDomainOf(record.owner);
    for (const name of ["rua", "ruf"] as const) {
      const tag = tagOf(root, name);
      for (const item of tag ? root[name] : []) {
        const { host, scheme, fault } = item;
        if (tag === undefined || fault !== undefined || scheme !== "mailto" || !/^[\x21-\x7e]+$/.test(host)) continue;
        const absolute = `${host.toLowerCase()}.`;
        // Mostly they go to the domain itself: then nothing has to be asked, of the public suffix list in particular.
        if (absolute === domain) continue;
        const organization = organizationalDomainOf(zone, domain);
        if (organization === undefined) return;
        if (organizationalDomainOf(zone, absolute) === organization || hasConsent(zone, domain, absolute)) continue;
        const owner = `${shownName(domain)}._report._dmarc.${host}`;
        const edits = [itemRemoval(target, root, tag, root[name], item)];
        const fix = { kind: "suggestion", title: "remove", edits } as const;
        // A record without `p` lives by its last address.
        const isNeeded = name === "rua" && root.rua.length === 1 && tagOf(root, "p") === undefined;
        yield { message: "consent", data: { host, owner }, span: text.spanOf(item.span), ...(!isNeeded && { fix }) };
      }
    }
  },
});

function hasConsent(zone: ZoneView, domain: DomainName, host: DomainName): boolean {
  const owner = `${domain}_report._dmarc.${host}`;
  return (
    isReportProcessor(host) ||
    zone.records(owner, TXT).length > 0 ||
    zone.answer(owner, TXT).kind === "found" ||
    dmarcAt(zone, owner) !== undefined
  );
}
