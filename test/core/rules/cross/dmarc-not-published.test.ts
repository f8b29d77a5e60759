import rule from "../../../../server/src/core/rules/cross/dmarc-not-published.ts";
import { CROSS_FILES as files } from "../../../support/crossFiles.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "zones: { example.com: dmarc.zone }\naccounts: { ops: { from: ops@example.com } }",
    "zones: { example.com: dmarc.zone }\naccounts: { ops: { from: ops@sub.example.com } }",
    "zones: { example.com: bare.zone }\naccounts: { ops: { from: ops@example.net } }",
    "zones: { example.com: none.zone }\naccounts: { ops: { from: ops@example.com } }",
  ],
  reported: [
    {
      text: "zones: { example.com: bare.zone }\naccounts: { ops: { from: «ops@example.com» } }",
      message:
        "The zone has no `_dmarc` for example.com, so anyone may send in its name. Publish one; `p=none` is a beginning.",
    },
    { text: "zones: { example.com: bare.zone }\naccounts: { ops: { from: Ops <«ops@Sub.example.com»> } }" },
    {
      text: "zones: { example.com: bare.zone }\naccounts: { a: { from: «a@example.com» }, b: { from: «b@example.com» } }",
    },
  ],
  files,
});
