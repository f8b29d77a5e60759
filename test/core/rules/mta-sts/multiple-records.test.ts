import rule from "../../../../server/src/core/rules/mta-sts/multiple-records.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '_mta-sts TXT "v=STSv1; id=1"\n TXT "token"',
    '_mta-sts TXT "v=STSv1; id=1"\n_mta-sts.b TXT "v=STSv1; id=1"',
    '@ TXT "v=STSv1; id=1"\n TXT "v=STSv1; id=2"',
  ],
  reported: [
    {
      text: '_mta-sts TXT "v=STSv1; id=1"\n_mta-sts TXT «"v=STSv1; id=2"»\n',
      message: "A second MTA-STS record at this name: senders then act as if there were none. Keep one.",
      fixed: '_mta-sts TXT "v=STSv1; id=1"\n',
    },
    { text: '_MTA-STS TXT ( "v=STSv1; id=1" )\n TXT ( «"v=ST"\n "Sv1; id=2"» )\n TXT «"\\118=STSv1"»' },
    { text: "_mta-sts TXT v=STSv1\\;id=1\n_mta-sts TXT «v=STSv1\\;id=1»" },
  ],
});
