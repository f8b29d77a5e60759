import rule from "../../../../server/src/core/rules/zone/missing-trailing-dot.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    // `zone/soa-rname` says it.
    "@ SOA ns1 hostmaster@example.com 1 7200 3600 1209600 3600",
    "@ MX 10 mail.example.com.",
    "@ MX 10 mail",
    "$ORIGIN lan.\n@ SOA ns h 1 7200 3600 1209600 3600\nlan A 192.168.1.1\nlan.lan. AAAA fd00::1",
    "www.sub A 192.0.2.1",
    'example.com._report._dmarc TXT "v=DMARC1"',
    "example.com.example A 192.0.2.1",
    "com A 192.0.2.1\nmail.example.com A 192.0.2.1",
    "www.dev A 192.0.2.1\nweb CNAME www.dev",
    "$ORIGIN example.com.example.com.\nwww A 192.0.2.1",
    "$ORIGIN example\nwww A 192.0.2.1",
    '@ TXT "mail.example.com"',
    "@ MX 10 mx.internal",
    "notexample.com A 192.0.2.1",
  ],
  reported: [
    {
      text: "@ MX 10 «mail.example.com»",
      message: "Without a final dot `mail.example.com` means `mail.example.com.example.com.`. Add the dot.",
      fixed: "@ MX 10 mail.example.com.",
    },
    { text: "«mail.Example.COM» A 192.0.2.1", fixed: "mail.Example.COM. A 192.0.2.1" },
    { text: "«example.com» MX ( 10\n  «mail.example.com» )", fixed: "example.com. MX ( 10\n  mail.example.com )" },
    { text: '«_dmarc.example.com» TXT "v=DMARC1; p=none"', fixed: '_dmarc.example.com. TXT "v=DMARC1; p=none"' },
    { text: String.raw`«m\097il.example.com» A 192.0.2.1`, fixed: String.raw`m\097il.example.com. A 192.0.2.1` },
    {
      text: "«www.example.com.example.com.» A 192.0.2.1",
      message: "`www.example.com.example.com.` ends with the zone's name twice, so nobody looks there. Write it once.",
      fixed: "www.example.com. A 192.0.2.1",
    },
    {
      text: "@ MX 10 «mx.example.net»",
      message: "`mx.example.net` is read as `mx.example.net.example.com.`, which does not exist. Add a final dot.",
      fixed: "@ MX 10 mx.example.net.",
    },
    { text: "* A 192.0.2.1\n@ MX 10 «mx.example.net»", fixed: "* A 192.0.2.1\n@ MX 10 mx.example.net." },
    {
      text: "$ORIGIN sub.example.com.\n«host.example.com» A 192.0.2.1",
      fixed: "$ORIGIN sub.example.com.\nhost.example.com. A 192.0.2.1",
    },
    {
      text: "@ SOA «ns1.example.com» hostmaster.example.com. 1 7200 3600 1209600 3600",
      fixed: "@ SOA ns1.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600",
    },
    {
      text: "«example.com» SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600\nwww.example.com. A 192.0.2.1",
      severity: "error",
      fixed: "example.com. SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600\nwww.example.com. A 192.0.2.1",
    },
    { text: "$ORIGIN «example.com»\nwww A 192.0.2.1", fixed: "$ORIGIN example.com.\nwww A 192.0.2.1" },
  ],
});
