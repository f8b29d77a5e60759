import rule from "../../../../server/src/core/rules/config/schema.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "version: 1",
    "x-any: [1]",
    "version: 1\naccounts:\n",
    "version: 1\ntest: { dsn: [failure, delay], readReceipt: False }",
    "version: 1\nlogging: { retention: 180d, maxSize: 1GB }",
    "version: 1\naccounts: { ops: { provider: qq, smtp: { port: 465 }, imap: imaps://a.example } }",
  ],
  reported: [
    {
      text: "«accounts»",
      message:
        "A config holds keys such as `version: 1` and `accounts:`, so this is not read. Write them line by line.",
    },
    { text: "«[ a, b ]»" },
    { text: 'version: 1\nzones: «"${env:ZONES}"»' },
    { text: 'version: 1\nlogging: { retention: 180d }\ndkim: «"${env:KEYS}"»' },
    {
      text: "version: 1\naccounts: { ops: { smtp: { host: a.example, port: «70000» } } }",
      message: "`70000` is no whole number from 1 to 65535, so `port` is not read. Write such a number.",
    },
    {
      text: "version: 1\naccounts: { ops: { smtp: { host: a.example, security: «ssl» } } }",
      fixed: "version: 1\naccounts: { ops: { smtp: { host: a.example, security: tls } } }",
    },
    {
      text: "version: 1\naccounts:\n  ops:\n    smtp:\n      «port:465»\n    provider: qq\n",
      fixed: "version: 1\naccounts:\n  ops:\n    smtp:\n      port: 465\n    provider: qq\n",
    },
    {
      text: "version: 1\naccounts: { ops: { smtp: «imaps»://a.example } }",
      fixed: "version: 1\naccounts: { ops: { smtp: smtps://a.example } }",
    },
    {
      text: "version: 1\naccounts: { ops: { provider: «gmial» } }",
      fixed: "version: 1\naccounts: { ops: { provider: gmail } }",
    },
    { text: "«domain»: example.com\n", fixed: "version: 1\ndomain: example.com\n" },
    {
      text: "version: 1\naccounts: { ops: { smtp: { host: a.example, timeouts: { socket: «10» } } } }",
      fixed: "version: 1\naccounts: { ops: { smtp: { host: a.example, timeouts: { socket: 10s } } } }",
    },
    { text: "version: 1\ntest: { readReceipt: «yes» }", fixed: "version: 1\ntest: { readReceipt: true }" },
    { text: "version: 1\naccounts: { ops: { «smtp»: { port: 465 } } }" },
    {
      text: "version: 1\ndkim: [ { domain: example.com, selector: «S1._domainkey.example.com», privateKeyFile: k } ]",
      message: "A selector is what stands before `._domainkey`, so receivers find no key. Write `S1`.",
      fixed: "version: 1\ndkim: [ { domain: example.com, selector: S1, privateKeyFile: k } ]",
    },
    {
      text: 'version: 1\nzones: { «"https://example.com"»: a.zone, «ops@example.com»: b.zone, 0/25.2.0.192.in-addr.arpa: c.zone }',
    },
    { text: "version: 1\nzones: { example.com: «''» }" },
    { text: "version: 1\n«rules»: [ spf/ptr ]" },
    { text: "version: 1\n«domain»: [a]\n«dkim»: { a: 1 }\n" },
    { text: "version: 1\naccounts: { ops: { smtp: { «host»: } } }" },
  ],
});
