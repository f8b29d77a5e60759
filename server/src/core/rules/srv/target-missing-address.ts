import { missingDotOf } from "../../model/missingDot.ts";
import { defineRule } from "../../rule.ts";

const SRV = 33;

export default defineRule({
  code: "srv/target-missing-address",
  target: "reference",
  severity: "warning",
  fixable: false,
  summary: "The host of a service lies inside the zone and has no address.",
  docs: {
    why: "Clients ask for the addresses of the host that an SRV names. Without one the service cannot be reached. A service that is not offered has the target `.`.",
    bad: "@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600\n_imaps._tcp IN SRV 0 0 993 imap",
    good: "@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600\n_imaps._tcp IN SRV 0 0 993 imap\nimap IN A 192.0.2.1",
  },
  references: ["RFC 2782"],
  messages: {
    missing: "`{target}` has no address in this zone, so clients cannot reach it. Add its A or AAAA record.",
  },
  *check({ record, field, target, answer }) {
    if (record.type !== SRV || (answer.kind !== "missing" && answer.kind !== "nodata")) return;
    if (missingDotOf({ ...field, field }, record) || record.issues.length > 0) return;
    yield { message: "missing", data: { target }, span: field.span, at: record };
  },
});
