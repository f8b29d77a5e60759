import rule from "../../../../server/src/core/rules/tlsa/unsigned-zone.ts";
import { testRule } from "../../../support/testRule.ts";

const SHA_256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

testRule(rule, {
  origin: "example.com.",
  clean: [
    `@ DNSKEY 257 3 15 l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=\n_25._tcp.mail TLSA 3 1 1 ${SHA_256}`,
    `_25._tcp.mail TLSA 3 1 1 ${SHA_256}\n@ NSEC3PARAM 1 0 0 -`,
    `_25._tcp.mail TLSA 3 1 1 ${SHA_256}\n$INCLUDE keys.zone`,
    "mail A 192.0.2.1",
  ],
  reported: [
    {
      text: `_25._tcp.mail «TLSA» 3 1 1 ${SHA_256}`,
      message: "Clients ignore a TLSA in an unsigned zone, and this file holds no DNSSEC record. Sign the zone.",
    },
    { text: `_25._tcp.mail IN «tlsa» ( 3 1\n 1 ${SHA_256} )\n_443._tcp.www «TYPE52» 3 1 1 ${SHA_256}` },
  ],
});
