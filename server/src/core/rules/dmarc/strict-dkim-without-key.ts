import { hasKeysAt, isPolicy, policyDomainOf, sendsNoMail } from "../../model/dmarcPolicy.ts";
import { labelsOf, shownName } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { tagOf } from "../../syntax/tagList.ts";

/** Strict alignment wants a signature of the very same domain, so the key must stand below that one. */
export default defineRule({
  code: "dmarc/strict-dkim-without-key",
  target: "dmarc",
  severity: "info",
  fixable: false,
  summary: "`adkim=s` for a domain that has no DKIM key of its own.",
  docs: {
    why: "With `adkim=s` only a signature of exactly this domain counts. Where the domain publishes no key of its own, no such \
signature can exist, and DKIM never helps its mail.",
    bad: `$ORIGIN example.com.
@ 3600 IN SOA ns.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600
_dmarc IN TXT "v=DMARC1; p=none; adkim=s"`,
    good: `$ORIGIN example.com.
@ 3600 IN SOA ns.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600
s1._domainkey IN CNAME s1.example.net.
_dmarc IN TXT "v=DMARC1; p=none; adkim=s"`,
  },
  references: ["RFC 9989 §4.4.1", "RFC 9989 §4.7"],
  messages: {
    none: "`adkim=s` wants a signature of {domain} itself, which has no key here. Publish one, or write `r`.",
  },
  *check(target) {
    const { record, root, text, zone } = target;
    const tag = tagOf(root, "adkim");
    if (tag?.value.toLowerCase() !== "s" || !isPolicy(target) || labelsOf(record.owner)[0] !== "_dmarc") return;
    const domain = policyDomainOf(record.owner);
    if (!zone.hasSoa || hasKeysAt(zone, domain) !== false || sendsNoMail(zone, domain)) return;
    yield { message: "none", data: { domain: shownName(domain) }, span: text.spanOf(tag.span) };
  },
});
