import rule from "../../../../server/src/core/rules/mta-sts/version.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '_mta-sts TXT "v=STSv1; id=1"\n TXT "20260101"',
    '_mta-sts TXT "v=STSv1; id=1;"',
    '_mta-sts TXT "v=STSv1 ;id=1 ; ext-1.x=y;"',
    '_mta-sts TXT "v=ST" "Sv1; id=1"',
    '_mta-sts TXT "token"',
    '_mta-sts TXT " v=STSv1; id=1"',
  ],
  reported: [
    {
      text: '_mta-sts TXT "v« =»STSv1; id« = »1"',
      message: "No blank may stand beside the `=`, so senders do not see this tag. Write `v=STSv1`.",
      fixed: '_mta-sts TXT "v=STSv1; id = 1"',
    },
    {
      text: '_mta-sts TXT "«version: STSv1; mode: enforce»"\nsub TXT "id"',
      message:
        "Senders skip this text: at `_mta-sts` only a record counts. Write one, `v=STSv1; id=…`, or move the text.",
    },
    { text: '_mta-sts TXT ( "«2026"\n "0101T000000Z»" )' },
    { text: '_mta-sts TXT "«V:STSv1»; «id:1»"', fixed: '_mta-sts TXT "v=STSv1; id:1"' },
    { text: '_mta-sts TXT "v=STSv1«,» id=1"', fixed: '_mta-sts TXT "v=STSv1; id=1"' },
    {
      text: '_mta-sts TXT "«v=STSV1»; id=1"',
      message: "`v=STSV1` is not the version, so senders skip the record. Write `v=STSv1`, letter by letter.",
      fixed: '_mta-sts TXT "v=STSv1; id=1"',
    },
    { text: '_mta-sts TXT ( "«v=ST"\n "S1»; id=1" )', fixed: '_mta-sts TXT ( "v=STSv1; id=1" )' },
    { text: '_mta-sts TXT "«STSv1»; id=1"', fixed: '_mta-sts TXT "v=STSv1; id=1"' },
    {
      text: '_mta-sts TXT "id=1; «v=STSv1»"',
      message: "The version is not the first tag, so senders skip the record. Move `v=STSv1` to the front.",
      fixed: '_mta-sts TXT "v=STSv1; id=1"',
    },
    {
      text: '_mta-sts TXT "«id=1»"',
      message: "The version is missing, so senders skip the record. Begin it with `v=STSv1`.",
      fixed: '_mta-sts TXT "v=STSv1; id=1"',
    },
    {
      text: '_mta-sts TXT "v=STSv1« »id=1"',
      message: "A `;` is missing before this tag, so senders skip the record. Write the `;`.",
      fixed: '_mta-sts TXT "v=STSv1; id=1"',
    },
    { text: '_mta-sts TXT "v=STSv1; «id:1»"' },
    { text: "_mta-sts TXT «v=sts\\1181»\\;id=1\n_mta-sts.b TXT «v=STS»" },
  ],
});
