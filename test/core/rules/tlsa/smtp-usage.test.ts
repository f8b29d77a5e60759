import rule from "../../../../server/src/core/rules/tlsa/smtp-usage.ts";
import { testRule } from "../../../support/testRule.ts";

const SHA_256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

testRule(rule, {
  origin: "example.com.",
  clean: [
    `_25._tcp.mail TLSA 3 1 1 ${SHA_256}`,
    `_25._tcp.mail TLSA 2 1 1 ${SHA_256}`,
    `_443._tcp.www TLSA 1 1 1 ${SHA_256}`,
    `_25._udp.mail TLSA 1 1 1 ${SHA_256}`,
    `_25._tcp.mail TLSA x 1 1 ${SHA_256}`,
  ],
  reported: [
    {
      text: `_25._tcp.mail TLSA «1» 1 1 ${SHA_256}`,
      message: "On port 25 senders cannot use usage 1. Write 3 (the server's own key) or 2 (its authority).",
    },
    { text: `_25._TCP.mail.example.com. tlsa ( «0»\n 0 1 ${SHA_256} )` },
    { text: `_25._tcp.a TLSA «0» 1 1 ${SHA_256}\n  TLSA «1» 1 1 ${SHA_256}` },
  ],
});
