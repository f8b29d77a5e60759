import rule from "../../../../server/src/core/rules/mta-sts/policy-version.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "v=STSv1\nmode: enforce\nmx: a.example",
    "vers",
    "<html>",
    "version:STSv1",
    "mode: none\nmax_age: 86400\nversion: STSv1\t",
    "version: STSv1\nversion: STSv2",
    "Version: STSv1",
  ],
  reported: [
    {
      text: "version: «stsv1»",
      message: "`stsv1` is not the version, so senders ignore the policy. Write `STSv1`, letter by letter.",
      fixed: "version: STSv1",
    },
    { text: "version: «STSv1;»\nversion: STSv1", fixed: "version: STSv1\nversion: STSv1" },
    { text: "«version:»\nmode: none", fixed: "version: STSv1\nmode: none" },
    {
      text: "«mode: none»\r\nmax_age: 86400",
      message: "The `version` is missing, so senders ignore the policy. Begin with `version: STSv1`.",
      fixed: "version: STSv1\r\nmode: none\r\nmax_age: 86400",
    },
  ],
});
