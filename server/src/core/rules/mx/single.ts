import { isSingleMxHost } from "../../facts/singleMx.ts";
import { fieldOf } from "../../model/fields.ts";
import { isServedLocally } from "../../model/servedLocally.ts";
import { defineRule } from "../../rule.ts";

const A = 1;
const MX = 15;
const AAAA = 28;

export default defineRule({
  code: "mx/single",
  target: "zone",
  severity: "hint",
  fixable: false,
  summary: "The domain has one mail host only.",
  docs: {
    why: "While the only mail host is down, mail waits at the senders and bounces after some days at most. A second host takes it in the meantime. Hosts of providers with many machines behind one name are not reported.",
    bad: "@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ IN MX 10 mail",
    good: "@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ IN MX 10 mail\n@ IN MX 20 mail2",
  },
  references: ["RFC 5321 §5.1", "RFC 5321 §4.5.4.1"],
  messages: {
    single: "`{target}` is the only mail host: while it is down, mail waits at the senders. A second MX would take it.",
  },
  *check(zone) {
    if (zone.apex === undefined || zone.isPartial || !zone.hasSoa || isServedLocally(zone)) return;
    const [record, ...others] = zone.records(zone.apex, MX);
    if (record === undefined) return;
    const exchange = fieldOf(record, "exchange");
    if (exchange?.target === undefined || exchange.target === "." || others.length > 0) return;
    const { target } = exchange;
    if (isSingleMxHost(target)) return;
    // Two addresses are two machines.
    const addresses = Math.max(...[A, AAAA].map((type) => zone.records(target, type).length));
    if (addresses < 2) yield { message: "single", data: { target }, span: exchange.span, at: record };
  },
});
