import { defineRule } from "../../rule.ts";

const NS = 2;

export default defineRule({
  code: "zone/ns-target-is-cname",
  target: "reference",
  severity: "error",
  fixable: false,
  summary: "An NS record names an alias.",
  docs: {
    why: "The target of an NS must have addresses of its own. Resolvers do not follow an alias there, so this server is lost to them, and servers refuse the zone.",
    bad: "example.com. IN NS ns1.example.com.\nns1.example.com. IN CNAME host.example.net.",
    good: "example.com. IN NS ns1.example.com.\nns1.example.com. IN A 192.0.2.1",
  },
  references: ["RFC 2181 §10.3", "RFC 1912 §2.4"],
  messages: {
    alias: "`{target}` is an alias, and resolvers do not follow one from an NS. Name the host that it stands for.",
    cname: "The alias.",
  },
  *check({ record, field, target, answer }) {
    if (record.type !== NS || answer.kind !== "alias") return;
    const alias = answer.record;
    const related = [{ message: "cname", span: alias.typeField?.span ?? alias.span, at: alias }] as const;
    yield { message: "alias", data: { target }, span: field.span, at: record, related };
  },
});
