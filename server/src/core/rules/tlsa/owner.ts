import { isAtOrBelow, labelsOf, parentOf } from "../../model/domainName.ts";
import { defineRule } from "../../rule.ts";

const CNAME = 5;
const MX = 15;

export default defineRule({
  code: "tlsa/owner",
  target: "entry",
  severity: "info",
  fixable: false,
  summary: "A TLSA record for port 25 of a name that is no mail host.",
  docs: {
    why: "Senders look for TLSA records at the names that MX records name, and nowhere else. A record at any other name is never asked for; mostly the host was renamed, or the domain was written in its place.",
    bad: "@ IN SOA ns1.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600\n@ IN MX 10 mail\n_25._tcp IN TLSA 3 1 1 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    good: "@ IN SOA ns1.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600\n@ IN MX 10 mail\n_25._tcp.mail IN TLSA 3 1 1 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  },
  references: ["RFC 7672 §3.1", "RFC 7672 §2.2"],
  messages: {
    host: "No MX of this zone names {host}, so no sender asks for this TLSA. Write it below the mail host.",
  },
  *check(entry) {
    if (entry.kind !== "record" || entry.typeName !== "TLSA") return;
    const { owner, zone } = entry;
    const [port, proto] = labelsOf(owner);
    if (port !== "_25" || proto !== "_tcp" || zone.apex === undefined || zone.isPartial) return;
    const host = parentOf(parentOf(owner));
    if (!isAtOrBelow(host, zone.apex) || zone.count(MX) === 0 || zone.isTarget(host, MX)) return;
    // Behind an alias of the mail host senders look here too (RFC 7672 §2.2.3).
    if (zone.isTarget(host, CNAME)) return;
    yield { message: "host", data: { host }, span: (entry.ownerField ?? entry.typeField ?? entry).span };
  },
});
