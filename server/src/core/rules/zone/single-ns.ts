import { isServedLocally } from "../../model/servedLocally.ts";
import { defineRule } from "../../rule.ts";

const NS = 2;

export default defineRule({
  code: "zone/single-ns",
  target: "zone",
  severity: "info",
  fixable: false,
  summary: "The zone has one name server only.",
  docs: {
    why: "While the only server is unreachable, nothing of the domain works: no web, and mail waits or bounces. Registries mostly ask for two servers in different networks.",
    bad: "example.com. IN SOA ns1.example.net. hostmaster.example.com. 1 7200 3600 1209600 3600\nexample.com. IN NS ns1.example.net.",
    good: "example.com. IN SOA ns1.example.net. hostmaster.example.com. 1 7200 3600 1209600 3600\nexample.com. IN NS ns1.example.net.\nexample.com. IN NS ns2.example.net.",
  },
  references: ["RFC 2182 §5", "RFC 1034 §4.1"],
  messages: {
    single:
      "`{apex}` has one name server; while it is down, mail and web are too. Add a second one in another network.",
  },
  *check(zone) {
    const { apex } = zone;
    if (apex === undefined || !zone.hasSoa || zone.isPartial) return;
    const [server, second] = zone.records(apex, NS);
    if (server === undefined || second !== undefined) return;
    if (isServedLocally(zone)) return;
    yield { message: "single", data: { apex }, span: server.span, at: server };
  },
});
