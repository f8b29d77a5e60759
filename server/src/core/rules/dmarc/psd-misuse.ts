import { isPolicy, isSuffix, policyDomainOf } from "../../model/dmarcPolicy.ts";
import { shownName, tagRemoval } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { tagOf } from "../../syntax/tagList.ts";

/** The public suffix list tells whether others register domains below. */
export default defineRule({
  code: "dmarc/psd-misuse",
  target: "dmarc",
  severity: "warning",
  fixable: "suggestion",
  summary: "`psd=y` on an ordinary domain breaks alignment.",
  docs: {
    why: "`psd=y` says that domains below belong to different owners, as below `com` or `co.uk`. On an ordinary domain it cuts \
every subdomain off: a signature of the domain no longer counts for mail from its subdomains.",
    bad: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject; psd=y"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject"',
  },
  references: ["RFC 9989 §4.7", "RFC 9989 §4.10.2"],
  messages: { misuse: "`psd=y` says that others register names below {domain}, which breaks alignment. Remove it." },
  titles: { remove: "Remove `psd=y`" },
  *check(target) {
    const { record, root, text } = target;
    const tag = tagOf(root, "psd");
    const domain = policyDomainOf(record.owner);
    if (!isPolicy(target) || tag === undefined || root.psd !== "yes" || isSuffix(domain)) return;
    const edits = [tagRemoval(target, root, tag)];
    const fix = { kind: "suggestion", title: "remove", edits } as const;
    yield { message: "misuse", data: { domain: shownName(domain) }, span: text.spanOf(tag.span), fix };
  },
});
