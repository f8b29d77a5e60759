import { defineRule } from "../../rule.ts";

const MX = 15;

export default defineRule({
  code: "mx/target-is-cname",
  target: "reference",
  severity: "error",
  fixable: false,
  summary: "An MX record names an alias.",
  docs: {
    why: "A mail host must have addresses of its own. Some senders follow an alias from an MX, others refuse it, so mail arrives or bounces by chance.",
    bad: "@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ IN MX 10 mail\nmail IN CNAME host",
    good: "@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ IN MX 10 mail\nmail IN A 192.0.2.1",
  },
  references: ["RFC 2181 §10.3", "RFC 5321 §5.1"],
  messages: {
    alias: "`{target}` is an alias, and some senders refuse one as a mail host. Name the host that it stands for.",
    cname: "This makes it an alias.",
  },
  *check({ record, field, target, answer }) {
    if (record.type !== MX || answer.kind !== "alias") return;
    const alias = answer.record;
    const related = [{ message: "cname", span: alias.typeField?.span ?? alias.span, at: alias }] as const;
    yield { message: "alias", data: { target }, span: field.span, at: record, related };
  },
});
