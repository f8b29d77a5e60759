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
  *check(group) {
    yield* contradictions(group, CNAME);
    for (const second of contradictions(group, DNAME)) {
      const related = (second.related ?? []).map((first) => ({ ...first, message: "firstTree" as const }));
      yield { ...second, message: "secondTree", related };
    }
  },
});
