import rule from "../../../../server/src/core/rules/config/dkim-key-exposed.ts";
import { CROSS_FILES as files } from "../../../support/crossFiles.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "dkim: [ { domain: example.com, selector: s1 } ]",
    "dkim: [ { domain: example.com, selector: s1, privateKeyFile: none.pem } ]",
    "dkim: [ { domain: example.com, selector: s1, privateKeyFile: text.pem } ]",
  ],
  reported: [
    {
      text: "dkim: [ { domain: example.com, selector: s1, privateKeyFile: «exposed.pem» } ]",
      message:
        "Others on this machine may read `exposed.pem` and sign as example.com. Take their rights away (`chmod 600`).",
    },
    { text: 'dkim: [ { domain: example.com, selector: s1, privateKeyFile: «"s1.pem"» } ]' },
    { text: "dkim:\n  - domain: example.com\n    selector: s1\n    privateKeyFile: «ed.pem»\n" },
  ],
  files,
  safety: { isReadableByOthers: true, isSeenByGit: false },
});
