import rule from "../../../../server/src/core/rules/zone/invalid-hostname.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "mail-1 A 192.0.2.1",
    "* A 192.0.2.1",
    "*.example.com. AAAA 2001:db8::1",
    '_spf TXT "v=spf1 -all"',
    "s1._domainkey CNAME s1._domainkey.example.net.",
    "_imaps._tcp SRV 0 1 993 imap",
    "gc._msdcs A 192.0.2.1",
    "& TXT x",
    String.raw`\#commented TXT x`,
    "0/25.2.0.192.in-addr.arpa. CNAME a_b",
    "@ MX 0 .",
    "@ MX 10 192.0.2.1",
    "@ NS REPLACE&ME$WITH^YOUR@NAMESERVER.",
  ],
  reported: [
    {
      text: "«mail_1» A 192.0.2.1",
      message:
        "`_` in `mail_1` is no part of a host name, so BIND and mail servers may refuse it. Write a hyphen instead.",
    },
    { text: "«Mail_1» AAAA 2001:db8::1" },
    { text: "@ MX ( 10\n  «mail_1» )" },
    { text: String.raw`«a\044b» A 192.0.2.1` },
    { text: "«a_b» A 192.0.2.1\n@ NS «c_d»" },
    { text: "_imaps._tcp SRV 0 1 993 «imap/1»" },
  ],
});
