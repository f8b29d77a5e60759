import rule from "../../../../server/src/core/rules/srv/port-mismatch.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "_submission._tcp SRV 0 1 587 mail",
    "_submissions._tcp SRV 0 1 465 mail",
    "_imap._tcp SRV 0 1 143 mail",
    "_imaps._tcp SRV 0 1 993 mail",
    "_pop3._tcp SRV 0 1 110 mail",
    "_pop3s._tcp SRV 0 1 995 mail",
    "_sieve._tcp SRV 0 1 4190 mail",
    "_pop3._tcp SRV 0 0 0 .",
    "_xmpp-client._tcp SRV 0 0 5222 xmpp",
    "_imap._udp SRV 0 0 9 mail",
    "_imap._tcp SRV 0 0 x mail",
    "_imap._tcp SRV 0 0 143",
  ],
  reported: [
    {
      text: "_submission._tcp SRV 0 1 «465» mail",
      message: "`_submission` is registered for port 587, so on 465 mail programs may fail. Write 587.",
      fixed: "_submission._tcp SRV 0 1 587 mail",
    },
    {
      text: "_IMAPS._TCP.example.com. srv ( 0 1\n «143» mail )",
      fixed: "_IMAPS._TCP.example.com. srv ( 0 1\n 993 mail )",
    },
    {
      text: "_pop3._tcp SRV 0 1 «995» mail\n  SRV 1 1 «1110» mail",
      fixed: "_pop3._tcp SRV 0 1 110 mail\n  SRV 1 1 1110 mail",
    },
  ],
});
