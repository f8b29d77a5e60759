import { defineRule } from "../../rule.ts";

const SRV = 33;

export default defineRule({
  code: "srv/target-is-cname",
  target: "reference",
  severity: "error",
  fixable: false,
  summary: "An SRV record names an alias.",
  docs: {
    why: "The target of an SRV must have addresses of its own. Many clients do not follow an alias from there, so the service cannot be reached.",
    bad: "@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600\n_imaps._tcp IN SRV 0 0 993 imap\nimap IN CNAME host",
    good: "@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600\n_imaps._tcp IN SRV 0 0 993 imap\nimap IN A 192.0.2.1",
  },
  references: ["RFC 2782"],
  messages: {
    alias: "`{target}` is an alias, and clients need not follow one from an SRV. Name the host that it stands for.",
    cname: "This makes it an alias.",
  },
  *check({ record, field, target, answer }) {
    if (record.type !== SRV || answer.kind !== "alias") return;
    const alias = answer.record;
    const related = [{ message: "cname", span: alias.typeField?.span ?? alias.span, at: alias }] as const;
    yield { message: "alias", data: { target }, span: field.span, at: record, related };
  },
});
