import rule from "../../../../server/src/core/rules/zone/duplicate-record.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "@ MX 10 mail\n@ MX 20 mail",
    '@ TXT "a"\n@ TXT "A"',
    "@ A 192.0.2.1\n@ AAAA 2001:db8::1\nwww A 192.0.2.1",
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\nwww A 192.0.2.1\n@ SOA ns1 hostmaster 1 7200 3600 1209600 3600",
    '@ TXT "a" "b"\n@ TXT "ab"',
  ],
  reported: [
    {
      text: "@ MX 10 mail\n«@ MX 10 mail»\n",
      message:
        "`example.com.` has this MX record already; servers drop the second one. Delete it, or write what was meant.",
      fixed: "@ MX 10 mail\n",
    },
    { text: "@ MX 10 mail\n  «mx 10 MAIL.example.com.»\nwww A 192.0.2.1\n", fixed: "@ MX 10 mail\nwww A 192.0.2.1\n" },
    {
      text: "@ AAAA 2001:db8::1\n«@ AAAA 2001:DB8:0::0001»\n  MX 10 mail\n",
      fixed: "@ AAAA 2001:db8::1\n@  MX 10 mail\n",
    },
    { text: '@ TXT a\n«@ TXT ( "a"»\n)\n«@ TXT a»\n', fixed: "@ TXT a\n@ TXT a\n" },
    {
      text: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n«@ SOA ns1 hostmaster 1 7200 3600 1209600 3600»\nwww A 192.0.2.1\n",
      fixed: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\nwww A 192.0.2.1\n",
    },
  ],
});
