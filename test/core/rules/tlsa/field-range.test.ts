import rule from "../../../../server/src/core/rules/tlsa/field-range.ts";
import { testRule } from "../../../support/testRule.ts";

const SHA_256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

testRule(rule, {
  origin: "example.com.",
  clean: [
    `_25._tcp.mail TLSA 3 1 1 ${SHA_256}`,
    `_25._tcp.mail TLSA 0 0 0 00`,
    `_25._tcp.mail TLSA 255 255 255 00`,
    `_25._tcp.mail TLSA 256 1 1 ${SHA_256}`,
    `mail SMIMEA 4 1 1 ${SHA_256}`,
  ],
  reported: [
    {
      text: `_25._tcp.mail TLSA «4» 1 1 ${SHA_256}`,
      message: "4 is no certificate usage, so clients ignore the record. Write 0 to 3; mail uses 3 or 2.",
    },
    {
      text: `_25._tcp.mail tlsa 3 «2» 1 ${SHA_256}`,
      message: "2 is no selector, so clients ignore the record. Write 1 (public key) or 0 (certificate).",
    },
    {
      text: `_25._tcp.mail TYPE52 3 1 «3» ${SHA_256}`,
      message: "3 is no matching type, so clients ignore the record. Write 1 (SHA-256), 2 (SHA-512) or 0.",
    },
    { text: `_25._tcp.mail TLSA ( «254»\n «9» 1 ${SHA_256} )` },
  ],
});
