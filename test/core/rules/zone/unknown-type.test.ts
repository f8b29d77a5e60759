import rule from "../../../../server/src/core/rules/zone/unknown-type.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  extraTypes: ["REDIRECT"],
  clean: [
    "(www) 3600 IN A 192.0.2.1",
    "(www 3600 (IN) A 192.0.2.1)",
    "  ( 3600 IN A 192.0.2.1 )",
    "( )\nwww A 192.0.2.1",
    "@ MX 10 mail",
    "@ mx 10 mail",
    '@ TYPE257 0 issue ";"',
    "@ TYPE65280 \\# 3 0a0b0c",
    "@ ALIAS lb.example.net.",
    "@ ANAME lb.example.net.",
    "@ LUA A \"pickrandom({'192.0.2.1','192.0.2.2'})\"",
    "@ DYNA weighted!web",
    "@ DYNC cdn!www",
    "@ 86400 AWS ALIAS A d1.cloudfront.net. Z2FDTNDATAQYW2 false",
    "www IN NETLIFY site.netlify.app.\n IN NETLIFYv6 site.netlify.app.",
    "@ IN WINS LOCAL L2 C900 ( 10.0.0.1 )",
    "@ WINSR L2 C900 ( corp.example.com. )",
    "pc1 [AGE:3641234] 1200 A 192.0.2.1\n [Age:3641234] IN AAAA 2001:db8::1",
    "@ REDIRECT https://example.net/",
    "@ redirect https://example.net/",
    "&  A 192.0.2.1",
    "\\#commented A 192.0.2.1",
    "@ INN MX 10 mail",
  ],
  reported: [
    {
      text: "«#» mail hosts\n@ MX 10 mail",
      message: "`#` begins no comment in a zone file, so servers refuse the zone. Write `;`.",
      fixed: "; mail hosts\n@ MX 10 mail",
    },
    { text: "«//»mail hosts", fixed: ";mail hosts" },
    {
      text: "www 3600 IN «7200» A 192.0.2.1",
      message: "`7200` is one word too many before the type, so servers refuse the zone. Remove it.",
      fixed: "www 3600 IN A 192.0.2.1",
    },
    { text: "www in «IN» A 192.0.2.1", fixed: "www in A 192.0.2.1" },
    {
      text: "  «$TTL» 3600\n",
      message: "A blank before `$TTL` makes it a record, so servers refuse the zone. Begin the line with it.",
      fixed: "$TTL 3600\n",
    },
    {
      text: "@ «MXX» 10 mail",
      message: "`MXX` is no record type, so servers refuse the zone. Write `MX`.",
      fixed: "@ MX 10 mail",
    },
    { text: '@ IN «txtt» (\n "x" )', fixed: '@ IN TXT (\n "x" )' },
    {
      text: "@ 3600 «FRAME» https://example.net/",
      message:
        "`FRAME` is no record type, so servers refuse the zone. Correct it, or list it in `mailconfig.extraTypes`.",
    },
    { text: "a «CNMAE» b\nc «TYPE65536» d", fixed: "a CNAME b\nc TYPE65536 d" },
    { text: "@ «TYPE» x" },
  ],
});
