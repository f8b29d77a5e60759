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
    "zones: { example.com: broken.zone }\ndkim: [ { domain: example.com, selector: s1, privateKeyFile: s1.pem } ]",
    "zones: { example.com: led.zone }\ndkim: [ { domain: example.com, selector: s2, privateKeyFile: s1.pem } ]",
    "zones: { example.com: loop.zone }\ndkim: [ { domain: example.com, selector: s1, privateKeyFile: s1.pem } ]",
  ],
  reported: [
    {
      text: "zones: { example.com: led.zone }\ndkim: [ { domain: example.com, selector: s2, privateKeyFile: «ed.pem» } ]",
    },
    {
      text: "zones: { example.com: wildcard.zone }\ndkim: [ { domain: example.com, selector: s2, privateKeyFile: «ed.pem» } ]",
      message:
        "`s2._domainkey` publishes an empty key, which revokes it, so every signature fails. Publish this key's public half.",
    },
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
  files: {
    ...files,
    "broken.zone": `${files["bare.zone"]}s1._domainkey TXT "v=DKIM1; p=MIIB!!"\n`,
    "led.zone": `${files["good.zone"]}s2._domainkey CNAME s1._domainkey\n`,
    "loop.zone": `${files["bare.zone"]}s1._domainkey CNAME s2._domainkey\ns2._domainkey CNAME s1._domainkey\n`,
    "wildcard.zone": `${files["bare.zone"]}*._domainkey TXT "v=DKIM1; p="\n`,
  },
});
