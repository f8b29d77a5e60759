import { isPolicy, speakerForSubdomains } from "../../model/dmarcPolicy.ts";
import { valueEdit } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { type DmarcPolicy, policyOf } from "../../syntax/dmarc.ts";

const STRENGTH: Readonly<Record<DmarcPolicy, number>> = { none: 0, quarantine: 1, reject: 2 };

/** Forgers take a subdomain where the domain itself is guarded. */
export default defineRule({
  code: "dmarc/weak-subdomains",
  target: "dmarc",
  severity: "warning",
  fixable: "suggestion",
  summary: "`sp` or `np` is weaker than `p`.",
  docs: {
    why: "`sp` is the policy for subdomains, `np` for those that do not exist. Where they are weaker than `p`, forged mail from \
an invented subdomain gets through although the domain itself is guarded.",
    bad: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject; sp=none"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject; sp=reject"',
  },
  references: ["RFC 9989 §4.7"],
  messages: {
    weaker: "`{tag}` is weaker than `p={policy}`, so mail forged below this domain arrives. Write `{name}={policy}`.",
  },
  titles: { write: "Write `{name}={policy}`" },
  *check(target) {
    const { root, text } = target;
    const { p } = root;
    // Where another record speaks for subdomains, `dmarc/ineffective-sp` says that these tags do nothing.
    if (!isPolicy(target) || p === undefined || speakerForSubdomains(target) !== undefined) return;
    for (const tag of root.tags) {
      const { name, span } = tag;
      if (name !== "sp" && name !== "np") continue;
      const policy = policyOf(tag);
      if (policy === undefined || STRENGTH[policy] >= STRENGTH[p]) continue;
      const edits = [valueEdit(target, tag.valueSpan, p)];
      const fix = { kind: "suggestion", title: "write", data: { name, policy: p }, edits } as const;
      yield { message: "weaker", data: { tag: `${name}=${policy}`, name, policy: p }, span: text.spanOf(span), fix };
    }
  },
});
