import rule from "../../../../server/src/core/rules/cross/dmarc-alignment.ts";
import { CROSS_FILES as files } from "../../../support/crossFiles.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "zones: { example.com: strict.zone }\naccounts: { ops: { provider: sendgrid, from: ops@example.com } }\ndkim: [ { domain: Example.com, selector: s } ]",
    "zones: { example.com: dmarc.zone }\naccounts: { ops: { provider: sendgrid, from: ops@news.example.com } }\ndkim: [ { domain: example.com, selector: s } ]",
    "zones: { example.com: strict.zone }\naccounts: { ops: { provider: gmail, from: ops@news.example.com } }\ndkim: [ { domain: example.com, selector: s } ]",
    "zones: { example.com: strict.zone }\naccounts: { ops: { provider: sendgrid, from: ops@news.example.com } }\ndkim: [ { domain: example.net, selector: s } ]",
  ],
  reported: [
    {
      text: "zones: { example.com: strict.zone }\naccounts: { ops: { provider: sendgrid, from: «ops@news.example.com» } }\ndkim: [ { domain: example.com, selector: s } ]",
      message:
        "DMARC asks for `adkim=s`, but the keys sign for example.com, so mail from news.example.com fails. Add a key for news.example.com.",
    },
    {
      text: "zones: { example.com: strict.zone }\naccounts: { ops: { provider: resend, from: «OPS@example.com» } }\ndkim: [ { domain: mail.example.com, selector: s } ]",
    },
    {
      text: "zones: { example.com: strict.zone }\naccounts: { ops: { provider: ses, from: Ops <«ops@a.example.com»> } }\ndkim: [ { domain: b.example.com, selector: s } ]",
    },
  ],
  files,
});
