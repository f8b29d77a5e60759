import { relativize } from "../../model/domainName.ts";
import { missingDotOf } from "../../model/missingDot.ts";
import { insertBefore } from "../../model/recordEdit.ts";
import { isAddressLike } from "../../model/writtenName.ts";
import { defineRule } from "../../rule.ts";

const MX = 15;

export default defineRule({
  code: "mx/target-missing-address",
  target: "reference",
  severity: "warning",
  fixable: "suggestion",
  summary: "A mail host inside the zone has no address.",
  docs: {
    why: "Senders ask for the addresses of the mail host that an MX names. Without one this MX is useless, and if no other helps, mail bounces.",
    bad: "@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ IN MX 10 mail",
    good: "@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ IN MX 10 mail\nmail IN A 192.0.2.1",
  },
  references: ["RFC 5321 §5.1"],
  messages: {
    missing: "`{target}` has no address in this zone, so senders cannot reach it. Add its A or AAAA record.",
  },
  titles: {
    add: "Add an A record for `{name}`",
  },
  *check({ record, field, target, answer }) {
    if (record.type !== MX || (answer.kind !== "missing" && answer.kind !== "nodata")) return;
    if (isAddressLike(field.text)) return; // `mx/target-is-ip` says it
    if (missingDotOf({ ...field, field }, record) || record.issues.length > 0) return;
    const name = relativize(target, record.origin);
    // Of RFC 5737: to be replaced, and harmless until then.
    const edits = insertBefore(record, `${name} IN A 192.0.2.1`);
    const fix = { kind: "suggestion", title: "add", data: { name }, edits } as const;
    yield { message: "missing", data: { target }, span: field.span, at: record, fix };
  },
});
