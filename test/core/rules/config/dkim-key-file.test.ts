import rule from "../../../../server/src/core/rules/config/dkim-key-file.ts";
import { CROSS_FILES as files } from "../../../support/crossFiles.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "dkim: [ { domain: example.com, selector: s1, privateKeyFile: s1.pem } ]",
    "dkim: [ { domain: example.com, selector: s1, privateKeyFile: ed.pem } ]",
    "dkim: [ { domain: example.com, selector: s1, privateKeyFile: /etc/key.pem } ]",
    'dkim: [ { domain: example.com, selector: s1, privateKeyFile: "${env:KEY}" } ]',
  ],
  reported: [
    {
      text: "dkim: [ { domain: example.com, selector: s1, privateKeyFile: «none.pem» } ]",
      message: "`none.pem` is not there, so no mail is signed. Write the right path, relative to this file.",
    },
    {
      text: "dkim: [ { domain: example.com, selector: s1, privateKeyFile: «public.pem» } ]",
      message: "`public.pem` holds a public key, which cannot sign. Name the file with the private key.",
    },
    { text: 'dkim: [ { domain: example.com, selector: s1, privateKeyFile: «"text.pem"» } ]' },
  ],
  files,
});
