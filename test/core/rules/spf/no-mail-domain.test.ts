import rule from "../../../../server/src/core/rules/spf/no-mail-domain.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "$ORIGIN example.\n@ SOA ns h 1 7200 3600 1209600 3600\n",
    "$ORIGIN printers.local.\n@ SOA ns h 1 7200 3600 1209600 3600\n",
    '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ MX 0 .\n@ TXT "v=spf1 -all"',
    "$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ MX 10 m",
    '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1 ip4:192.0.2.1 -all"',
    '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ TXT "v=spf1; -all"',
    '$ORIGIN catalog.example.\n@ SOA invalid. invalid. 1 3600 600 2147483646 0\n@ NS invalid.\nversion TXT "2"',
    "$ORIGIN rpz.example.\n@ SOA localhost. root.localhost. 1 3600 600 604800 60\n@ NS localhost.\nads.example.com CNAME .",
    "$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ NS ns\nns A 10.0.0.2",
    "$ORIGIN _msdcs.example.com.\n@ SOA dc1.example.com. h.example.com. 1 7200 3600 1209600 3600\ngc A 192.0.2.1",
    "$ORIGIN dyn.example.com.\n@ SOA ns.example.com. h 1 7200 3600 1209600 3600\nlaptop A 192.0.2.1",
    "@ A 192.0.2.1",
    "$ORIGIN 2.0.192.in-addr.arpa.\n@ SOA ns h 1 7200 3600 1209600 3600\n1 PTR a.example.",
    '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ MX 0 .\n@ TXT "v=spf1 ~all"',
    "$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n{{ records }}",
  ],
  reported: [
    {
      text: "$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ «MX» 0 .\n",
      message: "example.com takes no mail, yet anyone may send in its name. Publish `v=spf1 -all`.",
      fixed: '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ MX 0 .\n@ IN TXT "v=spf1 -all"\n',
    },
    {
      text: "$ORIGIN example.com.\n@ «SOA» ns h 1 7200 3600 1209600 3600\nwww A 192.0.2.1",
      message: "example.com has no MX, yet anyone may send in its name. Publish `v=spf1 -all` if it sends no mail.",
      fixed: '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ IN TXT "v=spf1 -all"\nwww A 192.0.2.1',
    },
    { text: "$ORIGIN shop.example.com.\n@ «SOA» ns.example.com. h 1 7200 3600 1209600 3600\n@ A 192.0.2.1" },
    {
      text: "$ORIGIN example.com.\n@ «soa» ( ns h 1 7200 3600 1209600 3600 )\n",
      fixed: '$ORIGIN example.com.\n@ soa ( ns h 1 7200 3600 1209600 3600 )\n@ IN TXT "v=spf1 -all"\n',
    },
    {
      text: '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ MX 0 .\n«@ TXT "v=spf1 mx -all"»',
      fixed: '$ORIGIN example.com.\n@ SOA ns h 1 7200 3600 1209600 3600\n@ MX 0 .\n@ TXT "v=spf1 -all"',
    },
  ],
});
