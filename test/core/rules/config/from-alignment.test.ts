import rule from "../../../../server/src/core/rules/config/from-alignment.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "accounts: { ops: { from: ops@example.com, smtp: { host: a.example, auth: { username: x@mail.example.com } } } }",
    "accounts: { ops: { from: ops@example.com, smtp: { host: a.example, auth: { username: ops } } } }",
    "accounts: { ops: { from: ops@example.com, smtp: { host: a.example, auth: { username: ops@example.net } } } }\ndkim: [ { domain: mail.example.com, selector: s } ]",
    "accounts: { ops: { from: ops@example.com, smtp: { host: smtp-relay.brevo.com, auth: { username: x@smtp-brevo.com } } } }",
    "accounts: { ops: { from: ops@example.com, smtp: { host: smtp.fastmail.com, auth: { username: Ops@fastmail.com } } } }",
    "accounts: { ops: { from: ops@example.com, smtp: { host: smtp.mail.me.com, auth: { username: ops@me.com } } } }",
    "accounts: { ops: { from: ops@example.com, smtp: { host: a.example, auth: { username: ocid1.user..a@ocid1.tenancy..b.ab.com } } } }",
    "accounts: { ops: { from: info@müller.de, smtp: { host: a.example, auth: { username: info@xn--mller-kva.de } } } }",
  ],
  reported: [
    {
      text: "accounts: { ops: { from: «ops@example.com», smtp: { host: a.example, auth: { username: ops@example.net } } } }",
      message:
        "The login belongs to example.net, so mail from example.com fails DMARC. Send from that domain, or sign for example.com.",
    },
    {
      text: "accounts: { ops: { from: Ops <«ops@example.com»>, smtp: { host: smtp.qq.com, auth: { username: x@qq.com } } } }",
    },
    {
      text: "accounts: { ops: { from: «ops@example.com», smtp: { host: smtp.fastmail.com, auth: { username: ops@example.net } } } }",
    },
    { text: "accounts: { ops: { from: «ops@example.com» } }\ndkim: [ { domain: example.org, selector: s } ]" },
  ],
});
