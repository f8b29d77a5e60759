import rule from "../../../../server/src/core/rules/dmarc/unrelated-record.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '_dmarc TXT "v=DMARC1; p=none"',
    '_dmarc TXT "v=dmarc1"',
    '_dmarc TXT "p=none"',
    "_dmarc CNAME _dmarc.example.net.",
    '@ TXT "token"',
    '_dmarc TXT "\\"v=DMARC1;\\""',
  ],
  reported: [
    {
      text: '_dmarc TXT "«v=spf1 -all»"',
      message: "Receivers skip this text: only DMARC records count at `_dmarc`. Move it to the name it is for.",
    },
    { text: '_DMARC TXT ( "«google-site-"\n "verification=x»" )\n TXT «tok\\101n»' },
    { text: '_dmarc.news TXT «""»' },
  ],
});
