import rule from "../../../../server/src/core/rules/cross/spf-sender-not-listed.ts";
import { CROSS_FILES as files } from "../../../support/crossFiles.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "zones: { example.com: google.zone }\naccounts: { ops: { provider: gmail, from: ops@example.com } }",
    "zones: { example.com: listed.zone }\naccounts: { ops: { provider: qq, from: ops@example.com } }",
    "zones: { example.com: unknown.zone }\naccounts: { ops: { provider: qq, from: ops@example.com } }",
    "zones: { example.com: google.zone }\naccounts: { ops: { provider: sendgrid, from: ops@example.com } }",
    "zones: { example.com: bare.zone }\naccounts: { ops: { provider: sendgrid, from: ops@example.com } }",
    "zones: { example.com: cut.zone }\naccounts: { ops: { provider: qq, from: ops@example.com } }",
    "zones: { example.com: all.zone }\naccounts: { ops: { provider: qq, from: ops@example.com } }",
    "zones: { example.com: all.zone }\naccounts: { ops: { from: ops@example.com, smtp: { host: 192.0.2.1 } } }",
    "zones: { example.com: fragment.zone }\naccounts: { ops: { provider: qq, from: ops@example.com } }",
    "zones: { example.com: address.zone }\naccounts: { ops: { from: ops@example.com, smtp: { host: 192.0.2.1 } } }",
    "zones: { example.com: address.zone }\naccounts: { ops: { from: ops@example.com, smtp: { host: 192.0.2.9 } } }",
    "zones: { example.com: address.zone }\naccounts: { ops: { from: ops@example.com, smtp: { host: 192.0.2.10 } } }",
    "zones: { example.com: listed.zone }\naccounts: { ops: { from: ops@example.com, smtp: { host: 10.0.0.1 } } }",
  ],
  reported: [
    {
      text: "zones: { example.com: google.zone }\naccounts: { ops: { provider: «qq», from: ops@example.com } }",
      message: "SPF of example.com does not list QQ Mail, so its mail fails there. Add `include:spf.mail.qq.com`.",
    },
    {
      text: "zones: { example.com: google.zone }\naccounts: { ops: { from: ops@example.com, smtp: { host: «SMTP.office365.com» } } }",
    },
    {
      text: "zones: { example.com: address.zone }\naccounts: { ops: { from: ops@example.com, smtp: { host: «192.0.2.77» } } }",
      message: "SPF of example.com does not list 192.0.2.77, which this account sends from. Add `ip4:192.0.2.77`.",
    },
    {
      text: "zones: { example.com: bare.zone }\naccounts: { ops: { provider: «qq», from: ops@example.com } }",
      message:
        "example.com has no SPF record, so receivers cannot tell mail of QQ Mail from forged. Publish `v=spf1 include:spf.mail.qq.com ~all`.",
    },
    {
      text: "zones: { example.com: unquoted.zone }\naccounts: { ops: { provider: «qq», from: ops@example.com } }",
      files: { "unquoted.zone": `${files["bare.zone"]}@ TXT v=spf1\n` },
      fixedFile: { path: "unquoted.zone", text: `${files["bare.zone"]}@ TXT "v=spf1 include:spf.mail.qq.com"\n` },
    },
  ],
  files: {
    ...files,
    "cut.zone": `${files["bare.zone"]}@ TXT "spf1 mx -all"\n`,
    "all.zone": `${files["bare.zone"]}@ TXT "v=spf1 +all"\n`,
    "fragment.zone": "example.com. 3600 MX 10 mail.example.com.\n",
  },
});
