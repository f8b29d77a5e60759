import rule from "../../../../server/src/core/rules/srv/owner-form.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "{{service}} SRV 0 1 993 imap",
    "_imaps._tcp SRV 0 1 993 imap",
    "_sip._tls SRV 0 1 443 sip",
    "_sipfederationtls._tcp SRV 0 1 5061 sip",
    "My\\032Printer._ipp._tcp SRV 0 0 631 printer",
    "_printer._sub._http._tcp SRV 0 0 80 printer",
    "_ldap._tcp.dc._msdcs SRV 0 100 389 dc",
    "*._tcp SRV 0 0 0 .",
    "$ORIGIN _tcp.example.com.\n_imaps SRV 0 1 993 imap.example.com.",
    'netid NAPTR 50 50 "S" "LWN" "" join1\njoin1 SRV 5 1 3000 lora',
    "imap A 192.0.2.1",
  ],
  reported: [
    {
      text: "«imaps» SRV 0 1 993 imap",
      message:
        "No client asks for an SRV at `imaps.example.com.`. Begin it with service and protocol, such as `_imaps._tcp`.",
    },
    { text: "«_imaps» srv ( 0 1\n 993 imap )" },
    { text: "«imaps.tcp» SRV 0 1 993 a\n  «SRV» 1 1 993 b" },
    { text: "«a.b._x» SRV 0 1 993 a" },
  ],
});
