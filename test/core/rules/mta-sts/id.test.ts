import rule from "../../../../server/src/core/rules/mta-sts/id.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  now: Date.UTC(2026, 0, 2, 3, 4, 5),
  origin: "example.com.",
  clean: [
    '_mta-sts TXT "v=STSv2"',
    '_mta-sts TXT "v=STSv1; id:1"',
    '_mta-sts TXT "v=STSv1; id=“1”"',
    '_mta-sts TXT "v=STSv1; id=20260101T000000;"',
    `_mta-sts TXT "v=STSv1; id=${"a1".repeat(16)}"`,
    "_mta-sts TXT v=STSv1; id=1",
    '_mta-sts TXT "token"',
  ],
  reported: [
    {
      text: '_mta-sts TXT "v=STSv1; id=1; «id=2»;"',
      message: "`id` stands twice, so senders may take the record for broken. Keep the one that is current.",
      fixed: '_mta-sts TXT "v=STSv1; id=1;"',
    },
    { text: '_mta-sts TXT "v=STSv1; «ID»=20261124;"', fixed: '_mta-sts TXT "v=STSv1; id=20261124;"' },
    {
      text: '_mta-sts TXT "v=STSv1; id=«2026-01-01»"',
      message: "`2026-01-01` is no id, so senders take the record for broken. Write 1 to 32 letters and digits.",
      fixed: '_mta-sts TXT "v=STSv1; id=20260102T030405"',
    },
    {
      text: '_mta-sts TXT "«v=STSv1;»"',
      message: "Without an `id` senders take the record for broken. Write one: 1 to 32 letters and digits.",
      fixed: '_mta-sts TXT "v=STSv1; id=20260102T030405;"',
    },
    {
      text: '_mta-sts TXT ( "v=STSv1; «i"\n "d=» ;" )',
      fixed: '_mta-sts TXT ( "v=STSv1; i"\n "d=20260102T030405 ;" )',
    },
    { text: `_mta-sts TXT v=STSv1\\;id=«${"a".repeat(33)}»\n_mta-sts.b TXT v=STSv1\\;id=«\\045»` },
  ],
});
