import { contradictions } from "../../model/contradiction.ts";
import { defineRule } from "../../rule.ts";

const CNAME = 5;
const DNAME = 39;

export default defineRule({
  code: "zone/multiple-cname",
  target: "owner",
  severity: "error",
  fixable: false,
  summary: "A name has two different CNAMEs, or two DNAMEs.",
  docs: {
    why: "A name can be an alias of one other name only. Servers refuse a zone with two, so they are no way to spread load or mail. \
The same holds for a DNAME, the alias of a whole tree.",
    bad: "www.example.com. IN CNAME a.example.net.\nwww.example.com. IN CNAME b.example.net.",
    good: "www.example.com. IN CNAME a.example.net.",
  },
  references: ["RFC 2181 §10.1", "RFC 1034 §3.6.2", "RFC 6672 §2.4"],
  messages: {
    second: "`{owner}` is an alias of another name already, so servers refuse the zone. Keep one CNAME.",
    first: "The first CNAME.",
    secondTree: "The names below `{owner}` lead elsewhere already, so servers refuse the zone. Keep one DNAME.",
    firstTree: "The first DNAME.",
  },
<<<<<<< HEAD
  check: (group) => contradictions(group, CNAME),
=======
  *check({ owner, records }) {
    for (const alias of [CNAME, DNAME]) {
      const [first, ...others] = records.filter(({ type }) => type === alias);
      if (first === undefined) continue;
      const data = canonicalData(first);
      const isTree = alias === DNAME;
      const message = isTree ? "secondTree" : "second";
      const related = [
        { message: isTree ? "firstTree" : "first", span: first.typeField?.span ?? first.span, at: first } as const,
      ];
      for (const record of others) {
        if (canonicalData(record) === data) continue;
        yield { message, data: { owner }, span: record.typeField?.span ?? record.span, at: record, related };
      }
    }
  },
>>>>>>> 5fdd8a3 (Report two DNAMEs at one name, and read a plus sign in $GENERATE)
});
