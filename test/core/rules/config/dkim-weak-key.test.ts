import rule from "../../../../server/src/core/rules/config/dkim-weak-key.ts";
import { CROSS_FILES as files } from "../../../support/crossFiles.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "dkim: [ { domain: example.com, selector: s1, privateKeyFile: s1.pem } ]",
    "dkim: [ { domain: example.com, selector: s1, privateKeyFile: ed.pem } ]",
    "dkim: [ { domain: example.com, selector: s1, privateKeyFile: none.pem } ]",
  ],
  reported: [
    {
      text: "dkim: [ { domain: example.com, selector: s1, privateKeyFile: «rsa1024.pem» } ]",
      message: "This RSA key has 1024 bits: receivers distrust it, and it can be broken. Make one of 2048.",
    },
    { text: 'dkim: [ { domain: example.com, selector: s1, privateKeyFile: «"rsa1024.pem"» } ]' },
    { text: "dkim:\n  - domain: example.com\n    selector: s1\n    privateKeyFile: «rsa1024.pem»\n" },
  ],
  files,
});
