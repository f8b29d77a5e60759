import rule from "../../../../server/src/core/rules/tlsa/length.ts";
import { testRule } from "../../../support/testRule.ts";

const SHA_256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

testRule(rule, {
  origin: "example.com.",
  clean: [
    `_25._tcp.mail TLSA 3 1 1 ${SHA_256}`,
    `_25._tcp.mail TLSA 3 1 2 ( ${SHA_256} ; first half\n ${SHA_256} )`,
    `_25._tcp.mail TLSA 3 1 1 ${SHA_256.slice(0, 7)} ${SHA_256.slice(7).toUpperCase()}`,
    "_25._tcp.mail TLSA 3 1 0 0102",
    "_25._tcp.mail TLSA 3 1 255 0102",
    "_25._tcp.mail TLSA 3 1 1 xyz",
    "_25._tcp.mail TLSA 3 1 1",
  ],
  reported: [
    {
      text: `_25._tcp.mail TLSA 3 1 1 «${SHA_256.slice(2)}»`,
      message: "A SHA-256 hash has 64 hexadecimal digits, this one 62, so no certificate fits. Write it whole.",
    },
    { text: `_25._tcp.mail tlsa ( 3 1 1\n «${SHA_256}\n 00» )` },
    {
      text: `_25._tcp.mail TLSA 3 1 «2» ${SHA_256}`,
      message: "64 digits are a SHA-256 hash, so matching type 2 fits no certificate. Write matching type 1.",
    },
    { text: `a TLSA 3 1 1 «00»\nb TLSA 3 1 2 «00»` },
  ],
});
