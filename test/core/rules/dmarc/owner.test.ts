import rule from "../../../../server/src/core/rules/dmarc/owner.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '_dmarc TXT "v=DMARC1; p=reject"',
    '_dmarc.news TXT "v=DMARC1; p=reject"',
    'example.net._report._dmarc TXT "v=DMARC1"',
    '*._report._dmarc TXT "v=DMARC1;"',
    '* TXT "v=DMARC1; p=reject"',
    '@ TXT "v=spf1 -all"',
  ],
  reported: [
    { text: '«_dmarc._domainkey.news» TXT "v=DMARC1; p=reject"', fixed: '_dmarc.news TXT "v=DMARC1; p=reject"' },
    { text: '«_mta-sts.news» TXT "v=DMARC1; p=reject"', fixed: '_dmarc.news TXT "v=DMARC1; p=reject"' },
    { text: '«_dmark» TXT "v=DMARC1; p=reject"', fixed: '_dmarc TXT "v=DMARC1; p=reject"' },
    { text: '«dmarc_.news» TXT "v=DMARC1; p=reject"', fixed: '_dmarc.news TXT "v=DMARC1; p=reject"' },
    {
      text: '«@» TXT "v=DMARC1; p=reject"',
      message: "Receivers look for DMARC at `_dmarc` only, so this record has no effect. Move it to `_dmarc`.",
      fixed: '_dmarc TXT "v=DMARC1; p=reject"',
    },
    { text: '«example.com.» TXT "v=dmarc1; p=none"', fixed: '_dmarc.example.com. TXT "v=dmarc1; p=none"' },
    { text: '«news» TXT ( "v=DMA"\n "RC1; p=none" )', fixed: '_dmarc.news TXT ( "v=DMA"\n "RC1; p=none" )' },
    { text: '«dmarc» TXT "v=DMARC1; p=none"', fixed: '_dmarc TXT "v=DMARC1; p=none"' },
    { text: '«news._dmarc» TXT "v=DMARC1; p=none"', fixed: '_dmarc.news TXT "v=DMARC1; p=none"' },
    { text: '«s1._domainkey» TXT "v=DMARC1; p=none"\n«x» TXT "\\118=DMARC1; p=none"' },
  ],
});
