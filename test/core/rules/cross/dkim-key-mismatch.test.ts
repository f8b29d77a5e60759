import rule from "../../../../server/src/core/rules/cross/dkim-key-mismatch.ts";
import { CROSS_FILES as files } from "../../../support/crossFiles.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "zones: { example.com: good.zone }\ndkim: [ { domain: example.com, selector: s1, privateKeyFile: s1.pem } ]",
    "zones: { example.com: ed.zone }\ndkim: [ { domain: example.com, selector: s1, privateKeyFile: ed.pem } ]",
    "zones: { example.com: bad.zone }\ndkim: [ { domain: example.com, selector: s1, privateKeyFile: s1.pem } ]",
    "zones: { example.com: alias.zone }\ndkim: [ { domain: example.com, selector: s1, privateKeyFile: s1.pem } ]",
    "zones: { example.com: other.zone }\ndkim: [ { domain: example.com, selector: s1, privateKeyFile: none.pem } ]",
  ],
  reported: [
    {
      text: "zones: { example.com: other.zone }\ndkim: [ { domain: example.com, selector: s1, privateKeyFile: «s1.pem» } ]",
      message:
        "`s1._domainkey` publishes another key than this file holds, so every signature fails. Publish this one's public half.",
    },
    {
      text: 'zones: { example.com: revoked.zone }\ndkim: [ { domain: example.com, selector: S1, privateKeyFile: «"s1.pem"» } ]',
    },
    {
      text: "zones: { example.com: ed.zone }\ndkim: [ { domain: example.com, selector: s1, privateKeyFile: «s1.pem» } ]",
      message:
        "`s1._domainkey` publishes a key of type `ed25519`, and this one is `rsa`, so signatures fail. Publish this one.",
    },
    {
      text: "zones: { example.com: good.zone }\ndkim: [ { domain: example.com, selector: s1, privateKeyFile: «rsa1024.pem» } ]",
    },
  ],
  files,
});
