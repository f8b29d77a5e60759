import rule from "../../../../server/src/core/rules/mta-sts/owner.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '_mta-sts TXT "v=STSv1; id=1"',
    '_mta-sts.news TXT "v=STSv1; id=1"',
    '* TXT "v=STSv1; id=1"',
    "_mta-sts CNAME x.example.net.",
  ],
  reported: [
    { text: '«_smtp._mta-sts.news» TXT "v=STSv1; id=1"', fixed: '_mta-sts.news TXT "v=STSv1; id=1"' },
    { text: '«_sts.example.com.» TXT "v=STSv1; id=1"', fixed: '_mta-sts.example.com. TXT "v=STSv1; id=1"' },
    { text: '«_mta-sts-» TXT "v=STSv1; id=1"', fixed: '_mta-sts TXT "v=STSv1; id=1"' },
    {
      text: '«@» TXT "v=STSv1; id=1"',
      message: "Senders look for MTA-STS at `_mta-sts` only, so this record has no effect. Move it to `_mta-sts`.",
      fixed: '_mta-sts TXT "v=STSv1; id=1"',
    },
    {
      text: '«MTA-STS.example.com.» TXT ( "v=ST"\n "Sv1; id=1" )',
      fixed: '_mta-sts.example.com. TXT ( "v=ST"\n "Sv1; id=1" )',
    },
    {
      text: '«_mta_sts» TXT "v=STSv1; id=1"\n«news» TXT "\\118=STSv1; id=1"',
      fixed: '_mta-sts TXT "v=STSv1; id=1"\nnews TXT "\\118=STSv1; id=1"',
    },
  ],
});
