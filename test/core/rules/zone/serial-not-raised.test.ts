import rule from "../../../../server/src/core/rules/zone/serial-not-raised.ts";
import { testRule } from "../../../support/testRule.ts";

const SOA = "example.com. IN SOA ns1.example.com. hostmaster.example.com.";

testRule(rule, {
  path: "example.com.zone",
  committed: {
    "example.com.zone": `$TTL 3600\n${SOA} 2026112401 7200 3600 1209600 3600\n\nmail A 192.0.2.1\n@ MX 10 mail\n`,
  },
  clean: [
    // As it was, in another layout.
    `$TTL 1h ; an hour\n${SOA} ( 2026112401 ; serial\n 7200 3600 1209600 3600 )\n@ 3600 IN MX 10 MAIL.example.com.\nmail A 192.0.2.1`,
    // Raised, also over the end of the circle (RFC 1982 §3.2).
    `$TTL 3600\n${SOA} 2026112402 7200 3600 1209600 3600\nmail A 192.0.2.2`,
    `$TTL 3600\n${SOA} 4173596048 7200 3600 1209600 3600\nmail A 192.0.2.2`,
    // Nobody can tell.
    `$TTL 3600\n${SOA} {{ serial }} 7200 3600 1209600 3600\nmail A 192.0.2.2`,
    `$TTL 3600\n${SOA} 20261124010 7200 3600 1209600 3600\nmail A 192.0.2.2`,
    "$TTL 3600\nmail A 192.0.2.2",
  ],
  reported: [
    {
      text: `$TTL 3600\n${SOA} «2026112401» 7200 3600 1209600 3600\nmail A 192.0.2.2\n@ MX 10 mail`,
      message: "Records have changed, but the serial has not, so secondaries keep the old ones. Write `2026112402`.",
      fixed: `$TTL 3600\n${SOA} 2026112402 7200 3600 1209600 3600\nmail A 192.0.2.2\n@ MX 10 mail`,
    },
    {
      text: `$TTL 3600\n${SOA} (\n «2026112300» ; serial\n 7200 3600 1209600 3600 )\nmail A 192.0.2.1\n@ MX 10 mail`,
      message: "The committed serial `2026112401` is newer, so secondaries keep its records. Write `2026112402`.",
      fixed: `$TTL 3600\n${SOA} (\n 2026112402 ; serial\n 7200 3600 1209600 3600 )\nmail A 192.0.2.1\n@ MX 10 mail`,
    },
    // A record less, another TTL, another timer, the data of two owners exchanged.
    { text: `$TTL 3600\n${SOA} «2026112401» 7200 3600 1209600 3600\nmail A 192.0.2.1` },
    { text: `$TTL 300\n${SOA} «2026112401» 7200 3600 1209600 3600\nmail A 192.0.2.1\n@ MX 10 mail` },
    { text: `$TTL 3600\n${SOA} «2026112401» 7200 3600 1209600 300\nmail A 192.0.2.1\n@ MX 10 mail` },
    { text: `$TTL 3600\n${SOA} «2026112401» 7200 3600 1209600 3600\n@ A 192.0.2.1\nmail MX 10 mail` },
  ],
});
