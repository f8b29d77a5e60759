import rule from "../../../../server/src/core/rules/dmarc/duplicate-tag.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: ['_dmarc TXT "v=DMARC1; p=none; sp=none"', '_dmarc TXT "v=DMARC1; p=none; P=none"', '_dmarc TXT "a=1; a=2"'],
  reported: [
    {
      text: '_dmarc TXT "v=DMARC1; p=none; «p»=reject"',
      message: "`p` stands twice: some receivers drop the record, others take either. Keep one.",
    },
    { text: '_dmarc TXT ( "v=DMARC1; rua=mailto:a@example.com; «r"\n "ua»=mailto:b@example.com; «v»=DMARC1" )' },
    { text: "_dmarc TXT v=DMARC1\\;p=none\\;«\\112»=none" },
  ],
});
