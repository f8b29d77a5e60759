import rule from "../../../../server/src/core/rules/zone/invalid-rdata.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "@ A 192.0.2.1\r\n@ MX 10 mail\r\n",
    "@ A 192.0.2.1",
    "@ MX (10) mail",
    "@ SOA ns1 hostmaster ( 4294967295 1d 2h 4w 1h )",
    "@ TYPE1 \\# 4 c0000201",
    "@ TYPE65280 \\# 0",
    '@ TXT "\\;"',
    "@ DNSKEY 256 3 8 AA ==",
    "@ MX mail",
    "@ A 192.0.2.1 extra",
    "@ CNAME a..b",
    "_25._tcp TLSA 9 9 9 00",
    "@ ALIAS 1 2 3",
  ],
  reported: [
    {
      text: "www A «IN» 192.0.2.1",
      message: "`IN` belongs before the type, so servers refuse the zone. Move it there.",
      fixed: "www IN A 192.0.2.1",
    },
    { text: "@ MX ( «1h»\n 10 mail )", fixed: "@ 1h MX ( 10 mail )" },
    {
      text: "@ A «192.0.2.256»",
      message:
        "`192.0.2.256` does not fit `address`, so servers refuse the zone. Write an IPv4 address such as `192.0.2.1`.",
    },
    {
      text: "@ SOA ns1 hostmaster «20260401010» 1d 2h 4w 1h",
      message: "`20260401010` does not fit `serial`, so servers refuse the zone. Write a number from 0 to 4294967295.",
    },
    { text: "@ mx ( «1o»\n mail )" },
    { text: "@ SRV «a» «b» 25 mail" },
    { text: "a AAAA «192.0.2.1»\nb TYPE28 «::g»" },
    { text: "@ A \\# «3» c0000201" },
    { text: '@ TXT "a" «"\\999"»' },
    { text: "_443._tcp TLSA 3 1 1 00 «zz»" },
    { text: "@ TYPE65280 «data»" },
    { text: "@ HTTPS 1 . «alpn=h2,,h3»" },
  ],
});
