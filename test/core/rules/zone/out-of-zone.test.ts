import rule from "../../../../server/src/core/rules/zone/out-of-zone.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "example.com. SOA ns1 hostmaster 1 7200 3600 1209600 3600\nwww A 192.0.2.1",
    "example.com SOA ns1 hostmaster 1 7200 3600 1209600 3600\nwww A 192.0.2.1\nftp.example.com. A 192.0.2.1",
    "host SOA ns1 hostmaster 1 7200 3600 1209600 3600\nwww A 192.0.2.1",
  ],
  reported: [
    { text: "example.com. SOA ns1 hostmaster 1 7200 3600 1209600 3600\n$ORIGIN .\n«www» A 192.0.2.1" },
    { text: "example.com. SOA ns1 hostmaster 1 7200 3600 1209600 3600\n«www.» A 192.0.2.1" },
  ],
});

testRule(rule, {
  origin: "example.com.",
  clean: [
    "example.com SOA ns1 hostmaster 1 7200 3600 1209600 3600\nwww.example.com. A 192.0.2.1",
    "www A 192.0.2.1",
    "example.com. A 192.0.2.1",
    "WWW.EXAMPLE.COM. A 192.0.2.1",
    "@ MX 10 mail.example.net.",
    // Somebody is typing.
    "_dmarc.\n_dmarc. IN",
    String.raw`a\.example.com.example.com. A 192.0.2.1`,
  ],
  reported: [
    {
      text: "«www.example.net.» A 192.0.2.1",
      message:
        "`www.example.net.` is outside the zone `example.com.`, so servers drop what stands there and below. Move it to its own zone.",
    },
    { text: "«notexample.com.» A 192.0.2.1" },
    {
      text: "a.example.net. A 192.0.2.1\n«Example.net.» MX 10 a.example.net.\nexample.net. TXT x\nb.example.net. A 192.0.2.1",
    },
    {
      text: "$ORIGIN example.com.\n@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n$ORIGIN «example.net.»\n@ A 192.0.2.1\nwww A 192.0.2.1\n$ORIGIN com.\n«www» A 192.0.2.1",
      message:
        "`example.net.` is outside the zone `example.com.`, so servers drop what goes on with it. Write a name of this zone.",
    },
    {
      text: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n«example.net.» MX 10 mail.example.net.\nmail.example.net. A 192.0.2.1",
      message:
        "`example.net.` is outside the zone `example.com.`, which no `$ORIGIN` names. Begin with the right one, or move the record.",
    },
    {
      text: "example.net. SOA ns1 hostmaster 1 7200 3600 1209600 3600\r\n«@» NS ns1\r\nns1 A 192.0.2.1\r\n",
      message:
        "`@` means `example.com.` here, outside the zone `example.net.` of the SOA. Begin with `$ORIGIN example.net.`.",
      fixed:
        "example.net. SOA ns1 hostmaster 1 7200 3600 1209600 3600\r\n$ORIGIN example.net.\r\n@ NS ns1\r\nns1 A 192.0.2.1\r\n",
    },
    { text: String.raw`«a\.example.com.» A 192.0.2.1` },
    { text: "«com.» NS ns1.example.net.\n   NS ns2.example.net.\n«www.example.org.» TXT ( x\n)" },
  ],
});
