import { contradictions } from "../../model/contradiction.ts";
import { defineRule } from "../../rule.ts";

const SOA = 6;

export default defineRule({
  code: "zone/multiple-soa",
  target: "owner",
  severity: "error",
  fixable: false,
  summary: "A zone has two different SOA records.",
  docs: {
    why: "The SOA carries the serial that secondaries compare. With two of them nobody knows which one counts, so servers refuse the zone.",
    bad: "example.com. IN SOA ns1.example.net. hostmaster.example.com. 1 7200 3600 1209600 3600\nexample.com. IN SOA ns1.example.net. hostmaster.example.com. 2 7200 3600 1209600 3600",
    good: "example.com. IN SOA ns1.example.net. hostmaster.example.com. 2 7200 3600 1209600 3600",
  },
  references: ["RFC 1035 §5.2", "RFC 2181 §6.1"],
  messages: {
    second: "`{owner}` has another SOA already, so servers refuse the zone. Keep the one with the current serial.",
    first: "The first SOA.",
  },
  check: (group) => contradictions(group, SOA),
});
