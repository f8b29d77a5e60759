import rule from "../../../../server/src/core/rules/cross/dmarc-below-profile.ts";
import { CROSS_FILES } from "../../../support/crossFiles.ts";
import { testRule } from "../../../support/testRule.ts";

const ZONES = "zones: { example.com: monitored.zone }\n";

testRule(rule, {
  files: CROSS_FILES,
  clean: [
    `version: 1\ndomain: example.com\n${ZONES}`,
    `version: 1\nprofile: standard\ndomain: example.com\n${ZONES}`,
    `version: 1\nprofile: pci-dss\ndomain: example.net\n${ZONES}`,
    "version: 1\nprofile: pci-dss\ndomain: example.com\nzones: { example.com: bare.zone }\n",
  ],
  reported: [
    {
      text: `version: 1\nprofile: «ecommerce»\ndomain: example.com\n${ZONES}`,
      message: "example.com has `p=none`, and this profile asks for `p=reject`. Write it once the reports are clean.",
    },
    { text: `version: 1\nprofile: «"pci-dss"»\ndomain: Example.COM\n${ZONES}` },
    { text: `version: 1\nprofile: «ecommerce»\naccounts: { shop: { from: a@shop.example.com } }\n${ZONES}` },
  ],
});
