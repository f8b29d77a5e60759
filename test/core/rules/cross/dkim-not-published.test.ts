import rule from "../../../../server/src/core/rules/cross/dkim-not-published.ts";
import { CROSS_FILES as files } from "../../../support/crossFiles.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "zones: { example.com: good.zone }\ndkim: [ { domain: example.com, selector: s1, privateKeyFile: s1.pem } ]",
    "zones: { example.com: alias.zone }\ndkim: [ { domain: example.com, selector: s1, privateKeyFile: s1.pem } ]",
    "zones: { example.com: none.zone }\ndkim: [ { domain: example.com, selector: s1, privateKeyFile: s1.pem } ]",
    "dkim: [ { domain: example.com, selector: s1 } ]",
  ],
  reported: [
    {
      text: "zones: { example.com: bad.zone }\ndkim: [ { domain: example.com, selector: «s1», privateKeyFile: s1.pem } ]",
      message:
        "The zone has no `s1._domainkey`, so every signature with this key fails. Publish its public half there.",
    },
    {
      text: "zones: { example.com: good.zone }\ndkim: [ { domain: example.com, selector: «S2», privateKeyFile: ed.pem } ]",
    },
    {
      text: 'zones: { example.com: bare.zone }\ndkim: [ { domain: example.com, selector: «"s1"», privateKeyFile: none.pem } ]',
    },
  ],
  files,
});
