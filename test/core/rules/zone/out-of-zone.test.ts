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
    String.raw`a\.example.com.example.com. A 192.0.2.1`,
  ],
  reported: [
    {
      text: "«www.example.net.» A 192.0.2.1",
      message:
        "`www.example.net.` is outside the zone `example.com.`, so servers drop this record. Move it to its own zone.",
    },
    { text: "«notexample.com.» A 192.0.2.1" },
    { text: String.raw`«a\.example.com.» A 192.0.2.1` },
    { text: "«com.» NS ns1.example.net.\n   NS ns2.example.net.\n«www.example.org.» TXT ( x\n)" },
  ],
});
