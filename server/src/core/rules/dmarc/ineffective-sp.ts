import { isPolicy, speakerForSubdomains } from "../../model/dmarcPolicy.ts";
import { shownName } from "../../model/policyRecord.ts";
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
    const { root, text } = target;
    const above = isPolicy(target) ? speakerForSubdomains(target) : undefined;
    if (above === undefined) return;
    for (const { name, span } of root.tags) {
      if (name !== "sp" && name !== "np") continue;
      yield { message: "ignored", data: { name, domain: shownName(above) }, span: text.spanOf(span) };
    }
  },
});
