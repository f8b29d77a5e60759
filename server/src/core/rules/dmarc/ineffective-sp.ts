import { dmarcAt, isPolicy, policyDomainOf } from "../../model/dmarcPolicy.ts";
import { isAtOrBelow, labelsOf, parentOf, shownName } from "../../model/policyRecord.ts";
import type { DomainName, ZoneView } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";

/** Only the organizational domain's record speaks for other names; `psd` makes any domain one, or the place above one. */
export default defineRule({
  code: "dmarc/ineffective-sp",
  target: "dmarc",
  severity: "info",
  fixable: false,
  summary: "`sp` and `np` count in the record of the organizational domain only.",
  docs: {
    why: "A subdomain without a record of its own falls back to the record of the organizational domain, the highest name with \
a DMARC record, not to one between. `sp` and `np` in a record between are never read.",
    bad: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject"\n_dmarc.news.example.com. IN TXT "v=DMARC1; p=none; sp=reject"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject; sp=reject"\n_dmarc.news.example.com. IN TXT "v=DMARC1; p=none"',
  },
  references: ["RFC 9989 §4.10.1", "RFC 9989 §4.7"],
  messages: { ignored: "`{name}` counts in the record of {domain} only, so receivers ignore it here. Remove it." },
  *check(target) {
    const { record, root, text, zone } = target;
    if (!isPolicy(target) || root.psd !== "unknown" || labelsOf(record.owner)[0] !== "_dmarc") return;
    const domain = policyDomainOf(record.owner);
    const above = highestPolicyAbove(zone, domain);
    if (above === undefined) return;
    for (const { name, span } of root.tags) {
      if (name !== "sp" && name !== "np") continue;
      yield { message: "ignored", data: { name, domain: shownName(above) }, span: text.spanOf(span) };
    }
  },
});

/** The organizational domain of a name, where it is another one of this zone. */
function highestPolicyAbove(zone: ZoneView, domain: DomainName): DomainName | undefined {
  const { apex } = zone;
  let highest: DomainName | undefined;
  let below = domain;
  if (apex === undefined || apex === ".") return undefined;
  for (let at = parentOf(domain); domain !== apex && isAtOrBelow(at, apex); at = parentOf(at)) {
    const policy = dmarcAt(zone, at);
    if (policy?.psd === "yes") return below === domain ? undefined : (highest ?? undefined);
    if (policy !== undefined) highest = at;
    if (policy?.psd === "no" || at === apex) break;
    below = at;
  }
  return highest;
}
