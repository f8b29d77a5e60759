import { dmarcAt } from "../../model/dmarcPolicy.ts";
import { isAtOrBelow, labelsOf, parentOf, shownName, TXT, wholeValue } from "../../model/policyRecord.ts";
import type { DomainName, ZoneView } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";

/** Silent where the policy is outside the zone. */
export default defineRule({
  code: "bimi/dmarc-not-enforced",
  target: "bimi",
  severity: "warning",
  fixable: false,
  summary: "BIMI needs a DMARC policy of `quarantine` or `reject`.",
  docs: {
    why: "Receivers show a logo only for domains whose DMARC policy keeps forged mail out: `p`, and `sp` where it is written, must \
be `quarantine` or `reject`.",
    bad: `$ORIGIN example.com.
@ 3600 IN SOA ns.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600
_dmarc IN TXT "v=DMARC1; p=none"
default._bimi IN TXT "v=BIMI1; l=https://example.com/logo.svg; a=https://example.com/vmc.pem"`,
    good: `$ORIGIN example.com.
@ 3600 IN SOA ns.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600
_dmarc IN TXT "v=DMARC1; p=reject"
default._bimi IN TXT "v=BIMI1; l=https://example.com/logo.svg; a=https://example.com/vmc.pem"`,
  },
  references: ["draft-brand-indicators-for-message-identification §7.1", "RFC 9989 §4.7"],
  messages: {
    weak: "The DMARC policy of {domain} says `{tag}`, so no logo is shown. BIMI needs quarantine or reject.",
    none: "{domain} has no DMARC record, so no logo is shown. BIMI needs a policy of quarantine or reject.",
  },
  *check(target) {
    const { record, root, zone } = target;
    if (!root.isBimi || root.isDeclined || labelsOf(record.owner)[1] !== "_bimi") return;
    const domain = parentOf(record.owner, 2);
    const found = policyFor(zone, domain);
    if (found === undefined) {
      const isMissing = domain === zone.apex && zone.hasSoa && !zone.isPartial;
      const { kind } = zone.answer(`_dmarc.${domain}`, TXT);
      if (!isMissing || (kind !== "missing" && kind !== "nodata")) return;
      yield { message: "none", data: { domain: shownName(domain) }, span: wholeValue(target) };
      return;
    }
    const { p, sp } = found.policy;
    const tag = p === "none" ? "p=none" : sp === "none" ? "sp=none" : undefined;
    if (tag !== undefined)
      yield { message: "weak", data: { domain: shownName(found.at), tag }, span: wholeValue(target) };
  },
});

/** The domain's own policy, else the one at the zone's apex. */
function policyFor(zone: ZoneView, domain: DomainName) {
  for (const at of [domain, zone.apex]) {
    const policy = at !== undefined && isAtOrBelow(domain, at) ? dmarcAt(zone, at) : undefined;
    if (policy !== undefined && at !== undefined) return { policy, at };
  }
  return undefined;
}
