import {
  isAtOrBelow,
  isDoubled,
  labelsOf,
  parentOf,
  recordAbove,
  shownName,
  wholeValue,
} from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";

const [A, AAAA] = [1, 28];

/** An alias is enough: whoever hosts the policy is elsewhere. */
export default defineRule({
  code: "mta-sts/missing-policy-host",
  target: "mtaSts",
  severity: "warning",
  fixable: "suggestion",
  summary: "No address for `mta-sts` below the domain, where the policy is fetched from.",
  docs: {
    why: "The TXT record only says that there is a policy. The policy itself is fetched over HTTPS from the host `mta-sts` below \
the domain; where that name has no address, no sender ever sees it.",
    bad: `$ORIGIN example.com.
@ 3600 IN SOA ns.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600
_mta-sts IN TXT "v=STSv1; id=20260101"`,
    good: `$ORIGIN example.com.
@ 3600 IN SOA ns.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600
mta-sts IN A 192.0.2.1
_mta-sts IN TXT "v=STSv1; id=20260101"`,
  },
  references: ["RFC 8461 §3.2", "RFC 8461 §3.3"],
  messages: { missing: "{host} has no address, so no sender can fetch the policy. Add an A, AAAA or CNAME record." },
  titles: { add: "Add a CNAME to `{domain}`" },
  *check(target) {
    const { record, root, zone } = target;
    // A record that senders skip asks for no policy: that comes first.
    if (
      root.version.state !== "right" ||
      !root.hasGoodId ||
      labelsOf(record.owner)[0] !== "_mta-sts" ||
      zone.isPartial ||
      !zone.hasSoa
    )
      return;
    if (isDoubled(record.owner, zone)) return;
    const domain = parentOf(record.owner);
    const host = `mta-sts.${domain}`;
    if (zone.apex === undefined || !isAtOrBelow(domain, zone.apex)) return;
    const kinds = [zone.answer(host, A).kind, zone.answer(host, AAAA).kind];
    if (kinds.some((it) => it !== "missing" && it !== "nodata")) return;
    const edit = kinds.includes("missing") ? recordAbove(record, host, `CNAME ${domain}`) : undefined;
    yield {
      message: "missing",
      data: { host: shownName(host) },
      span: wholeValue(target),
      ...(edit && { fix: { kind: "suggestion", title: "add", data: { domain: shownName(domain) }, edits: [edit] } }),
    };
  },
});
