import { missingDotOf } from "../../model/missingDot.ts";
import { defineRule } from "../../rule.ts";

const CNAME = 5;

export default defineRule({
  code: "zone/dangling-cname",
  target: "reference",
  severity: "warning",
  fixable: false,
  summary: "A CNAME leads to a name that the zone does not have.",
  docs: {
    why: "A resolver that follows the alias is told that there is no such name, so the alias fails as well. Often the target is misspelt or was removed.",
    bad: "example.com. IN SOA ns1.example.net. hostmaster.example.com. 1 7200 3600 1209600 3600\nwww.example.com. IN CNAME wbe.example.com.\nweb.example.com. IN A 192.0.2.1",
    good: "example.com. IN SOA ns1.example.net. hostmaster.example.com. 1 7200 3600 1209600 3600\nwww.example.com. IN CNAME web.example.com.\nweb.example.com. IN A 192.0.2.1",
  },
  references: ["RFC 1034 §3.6.2", "RFC 1034 §4.3.2"],
  messages: {
    missing: "There is no `{target}` in this zone, so the alias leads nowhere. Correct the target or add its records.",
  },
  *check({ record, field, target, answer }) {
    if (record.type !== CNAME || answer.kind !== "missing") return;
    // A forgotten final dot is the likelier fault, and its rule has the fix.
    if (missingDotOf({ ...field, field }, record)) return;
    yield { message: "missing", data: { target }, span: field.span, at: record };
  },
});
