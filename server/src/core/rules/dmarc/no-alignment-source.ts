import { isPolicy, policyDomainOf, sendsNoMail, spfAt } from "../../model/dmarcPolicy.ts";
import { labelsOf } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { tagOf } from "../../syntax/tagList.ts";

const CNAME = 5;

/** Keys anywhere in the zone count, aliases and wildcards included: nobody knows which selectors are in use. */
export default defineRule({
  code: "dmarc/no-alignment-source",
  target: "dmarc",
  severity: "warning",
  fixable: false,
  summary: "A strict policy in a zone without DKIM keys fails the domain's own mail.",
  docs: {
    why: "Mail passes DMARC when SPF or DKIM passes for its domain. Without both, all own mail is quarantined or rejected. With \
SPF alone, forwarded mail fails, so `p=reject` wants DKIM beside it.",
    bad: `$ORIGIN example.com.
@ 3600 IN SOA ns.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600
@ IN MX 10 mail.example.com.
_dmarc IN TXT "v=DMARC1; p=reject"`,
    good: `$ORIGIN example.com.
@ 3600 IN SOA ns.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600
@ IN MX 10 mail.example.com.
@ IN TXT "v=spf1 mx -all"
s1._domainkey IN CNAME s1.example.net.
_dmarc IN TXT "v=DMARC1; p=reject"`,
  },
  references: ["RFC 9989 §7.4", "RFC 9989 §5.1"],
  messages: {
    neither: "Neither SPF nor a DKIM key is in this zone, so the domain's own mail fails. Publish one first.",
    spfAlone: "`p=reject` rests on SPF alone, so forwarded mail is rejected. Sign with DKIM first.",
  },
  *check(target) {
    const { record, root, text, zone } = target;
    const { p } = root;
    const tag = tagOf(root, "p");
    if (tag === undefined || p === undefined || p === "none" || !isPolicy(target)) return;
    const domain = policyDomainOf(record.owner);
    if (labelsOf(record.owner)[0] !== "_dmarc" || domain !== zone.apex) return;
    if (!zone.hasSoa || zone.isPartial || zone.hasDomainKeys || sendsNoMail(zone, domain)) return;
    if (zone.records(domain, CNAME).length > 0) return;
    const hasSpf = spfAt(zone, domain).length > 0;
    if (hasSpf && p !== "reject") return;
    yield { message: hasSpf ? "spfAlone" : "neither", span: text.spanOf(tag.span) };
  },
});
