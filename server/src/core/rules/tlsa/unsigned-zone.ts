import { defineRule } from "../../rule.ts";

/** DS, RRSIG, NSEC, DNSKEY, NSEC3, NSEC3PARAM, CDS, CDNSKEY: any of them shows that somebody signs. */
const DNSSEC_TYPES = [43, 46, 47, 48, 50, 51, 59, 60];

export default defineRule({
  code: "tlsa/unsigned-zone",
  target: "entry",
  severity: "info",
  fixable: false,
  summary: "A TLSA record in a zone file without any DNSSEC record.",
  docs: {
    why: "Clients trust TLSA records only where DNSSEC vouches for them; in an unsigned zone they are ignored. Where a server signs the zone as it serves it, this is of no concern.",
    bad: "_25._tcp.mail.example.com. IN TLSA 3 1 1 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    good: "example.com. IN DNSKEY 257 3 15 l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=\n_25._tcp.mail.example.com. IN TLSA 3 1 1 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  },
  references: ["RFC 6698 §4.1", "RFC 7672 §2.2"],
  messages: {
    unsigned: "Clients ignore a TLSA in an unsigned zone, and this file holds no DNSSEC record. Sign the zone.",
  },
  *check(entry) {
    if (entry.kind !== "record" || entry.typeName !== "TLSA") return;
    const { zone } = entry;
    if (zone.isPartial || DNSSEC_TYPES.some((type) => zone.count(type) > 0)) return;
    yield { message: "unsigned", span: (entry.typeField ?? entry).span };
  },
});
