import rule from "../../../../server/src/core/rules/cross/dkim-not-published.ts";
import { CROSS_FILES as files } from "../../../support/crossFiles.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "zones: { example.com: good.zone }\ndkim: [ { domain: example.com, selector: s1, privateKeyFile: s1.pem } ]",
    "zones: { example.com: alias.zone }\ndkim: [ { domain: example.com, selector: s1, privateKeyFile: s1.pem } ]",
    "zones: { example.com: none.zone }\ndkim: [ { domain: example.com, selector: s1, privateKeyFile: s1.pem } ]",
    "dkim: [ { domain: example.com, selector: s1 } ]",
    "zones: { example.com: bad.zone }\ndkim: [ { domain: example.com, selector: s1._domainkey, privateKeyFile: s1.pem } ]",
    "zones: { example.com: bad.zone }\ndkim: [ { domain: s1._domainkey.example.com, selector: s1 } ]",
  ],
  reported: [
    {
      text: "zones: { example.com: bad.zone }\ndkim: [ { domain: example.com, selector: «s1», privateKeyFile: s1.pem } ]",
      message:
        "The zone has no `s1._domainkey`, so every signature with this key fails. Publish its public half there.",
    },
    {
      text: "zones: { example.com: good.zone }\ndkim: [ { domain: example.com, selector: «sl», privateKeyFile: s1.pem } ]",
      message:
        "The zone has no `sl._domainkey`, and publishes this key at `s1._domainkey`, so every signature fails. Name that selector.",
      fixed:
        "zones: { example.com: good.zone }\ndkim: [ { domain: example.com, selector: s1, privateKeyFile: s1.pem } ]",
    },
    {
      text: "zones: { example.com: slip.zone }\ndkim: [ { domain: example.com, selector: «s1», privateKeyFile: s1.pem } ]",
      message:
        "The zone has no `s1._domainkey`: this key stands at `s1`, where no receiver looks. Move the record there.",
    },
    {
      text: "zones: { example.com: doubled.zone }\ndkim: [ { domain: example.com, selector: «s1», privateKeyFile: s1.pem } ]",
      message:
        "The zone has no `s1._domainkey`: this key stands at `s1._domainkey.example.com`, where no receiver looks. Move the record there.",
    },
    {
      text: "zones: { example.com: below.zone }\ndkim: [ { domain: example.com, selector: «s1», privateKeyFile: s1.pem } ]",
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
  files: {
    ...files,
    "slip.zone": (files["good.zone"] ?? "").replace("s1._domainkey", "s1"),
    "doubled.zone": (files["good.zone"] ?? "").replace("s1._domainkey", "s1._domainkey.example.com"),
    "below.zone": (files["good.zone"] ?? "").replace("s1._domainkey", "s1._domainkey.news"),
  },
});
