import rule from "../../../../server/src/core/rules/config/tls-min-version.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "accounts: { ops: { smtp: { host: a.example, tls: { minVersion: TLSv1.2 } } } }",
    "accounts: { ops: { smtp: { host: a.example, tls: { minVersion: TLSv1.3 } } } }",
    "minVersion: TLSv1",
  ],
  reported: [
    {
      text: "accounts: { ops: { smtp: { host: a.example, tls: { minVersion: «TLSv1» } } } }",
      fixed: "accounts: { ops: { smtp: { host: a.example, tls: { minVersion: TLSv1.2 } } } }",
      message: "`TLSv1` is broken and must not be used; receivers refuse it. Write `TLSv1.2`.",
    },
    {
      text: "accounts: { ops: { smtp: { host: a.example, tls: { minVersion: «'TLSv1.1'» } } } }",
      fixed: "accounts: { ops: { smtp: { host: a.example, tls: { minVersion: 'TLSv1.2' } } } }",
    },
    {
      text: "accounts: { ops: { smtp: { host: a.example, tls: { minVersion: «SSLv3» } } } }",
      fixed: "accounts: { ops: { smtp: { host: a.example, tls: { minVersion: TLSv1.2 } } } }",
    },
  ],
});
