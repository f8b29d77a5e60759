import { isPolicy, isWhole, policyDomainOf, sendsNoMail } from "../../model/dmarcPolicy.ts";
import { isMailDomain, shownName, tagInsertion } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { ALL_DMARC_TAGS } from "../../syntax/dmarc.ts";
import { isHalfWritten, misspeltTag, tagOf } from "../../syntax/tagList.ts";

/** Silent where the zone says that the domain sends no mail: there is little to report. */
export default defineRule({
  code: "dmarc/no-reports",
  target: "dmarc",
  severity: "info",
  fixable: "suggestion",
  summary: "A DMARC record without `rua` gets no reports.",
  docs: {
    why: "Receivers send a daily summary of who sent mail as this domain to the addresses in `rua`. Without one nobody learns \
that own mail fails, or that the domain is forged.",
    bad: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.com"',
  },
  references: ["RFC 9989 §4.7", "RFC 9990 §1"],
  messages: { none: "No `rua`, so nobody learns whose mail fails. Add an address: `rua=mailto:…`." },
  titles: { add: "Write `rua={uri}`" },
  *check(target) {
    const { record, root, text, zone } = target;
    const policy = tagOf(root, "p");
    if (!isPolicy(target) || !isWhole(target) || policy === undefined || tagOf(root, "rua") !== undefined) return;
    if (misspeltTag(root, "rua", ALL_DMARC_TAGS) || isHalfWritten(root, "rua")) return;
    const domain = policyDomainOf(record.owner);
    if (sendsNoMail(zone, domain)) return;
    const uri = `mailto:postmaster@${shownName(domain)}`;
    const edits = [tagInsertion(target, root, `rua=${uri}`)];
    const fix = { kind: "suggestion", title: "add", data: { uri }, edits } as const;
    yield { message: "none", span: text.spanOf(policy.span), ...(isMailDomain(domain) && { fix }) };
  },
});
