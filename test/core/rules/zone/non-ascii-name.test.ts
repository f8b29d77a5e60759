import rule from "../../../../server/src/core/rules/zone/non-ascii-name.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "xn--bcher-kva A 192.0.2.1",
    '@ TXT "bücher"',
    String.raw`b\195\188cher A 192.0.2.1`,
    "Büro._ipp._tcp SRV 0 0 631 drucker",
    "www A 192.0.2.1 ; bücher",
  ],
  reported: [
    {
      text: "«bücher» A 192.0.2.1",
      message: "Nobody asks DNS for `bücher`: programs look for its A-label. Write `xn--bcher-kva`.",
      fixed: "xn--bcher-kva A 192.0.2.1",
    },
    { text: "«BÜCHER.example.com.» A 192.0.2.1", fixed: "xn--bcher-kva.example.com. A 192.0.2.1" },
    { text: "@ MX ( 10\n  «邮件» )", fixed: "@ MX ( 10\n  xn--5nq051n )" },
    { text: "«ä» CNAME «ö»", fixed: "xn--4ca CNAME ö" },
    {
      text: "«“mail”» A 192.0.2.1",
      message: "`“mail”` holds characters that no host name may have, so nobody asks for it. Write it in ASCII.",
    },
  ],
});
