import rule from "../../../../server/src/core/rules/tlsa/owner.ts";
import { testRule } from "../../../support/testRule.ts";

const SOA = "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n";
const TLSA = "TLSA 3 1 1 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

testRule(rule, {
  origin: "example.com.",
  clean: [
    `${SOA}@ MX 10 mail\n_25._tcp.mail ${TLSA}`,
    `${SOA}sub MX 10 Mail.Example.com.\n_25._tcp.mail ${TLSA}`,
    `${SOA}_25._tcp.mail ${TLSA}`,
    `${SOA}@ MX 10 mail\n_443._tcp.www ${TLSA}`,
    `${SOA}@ MX 10 mail\nmail CNAME mx\n_25._tcp.mx ${TLSA}`,
    `${SOA}@ MX 10 mail\n_25._tcp.mail.example.net. ${TLSA}`,
    `${SOA}@ MX 10 mail\n$INCLUDE mx.zone\n_25._tcp.mx2 ${TLSA}`,
  ],
  reported: [
    {
      text: `${SOA}@ MX 10 mail\n«_25._tcp» ${TLSA}`,
      message: "No MX of this zone names example.com., so no sender asks for this TLSA. Write it below the mail host.",
    },
    { text: `${SOA}@ MX 10 mail.example.net.\n«_25._TCP.Mail.example.com.» IN tlsa ( 3 1 1\n 00 )\n  «TLSA» 3 1 0 00` },
    { text: `${SOA}@ MX 10 mail\n«_\\050\\053._tcp.mx» ${TLSA}\nwww A 192.0.2.1` },
  ],
});
