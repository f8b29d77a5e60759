import rule from "../../../../server/src/core/rules/txt/trailing-word.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    // As cPanel writes a key of more than 255 octets.
    String.raw`s._domainkey TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQH" Og7hcvPapiMlrwIaaPcHURo=\;`,
    '@ TXT "v=spf1 mx  a  -all"',
    '_dmarc TXT "v=DMARC1\\; p=none\\;"',
    's._domainkey TXT "v=DKIM1; p=MIG AA =="',
    's._domainkey TXT "v=DKIM1; k=rsa; p="',
    '*._report._dmarc TXT "v=DMARC1;"',
    '@ TXT ( "v=spf1 include:_spf.exam"\n "ple.com -all" )',
    '@ TXT "v=spf1 mx -all" ; v=spf1; p=none',
    '@ TXT "x" y',
    "@ TXT v=spf1 -all",
    '@ TXT "v=spf1 -all" ; Array',
    '_dmarc TXT "v=DMARC1; p=reject;" rua=mailto:d@example.com',
    '@ TXT "v=spf1 mx " -all',
  ],
  reported: [
    {
      text: '@ TXT "v=spf1 mx -all" «Array»',
      message: "`Array` joins the string before it: receivers read `-allArray`. Remove it, or quote it with a space.",
      fixed: '@ TXT "v=spf1 mx -all"',
    },
    { text: '@ TXT "v=spf1 mx" «-all»', fixed: '@ TXT "v=spf1 mx -all"' },
    { text: '@ TXT "v=spf1" «mx» «-all»', fixed: '@ TXT "v=spf1 mx -all"' },
    { text: '@ txt "V=SPF1 -ALL" «undefined»', fixed: '@ txt "V=SPF1 -ALL"' },
    { text: '@ TXT ( "v=spf1"\n " -all" «x» )', fixed: '@ TXT ( "v=spf1"\n " -all" )' },
    { text: '_dmarc TXT "v=DMARC1; p=none" «\\;»', fixed: '_dmarc TXT "v=DMARC1; p=none"' },
    { text: '@ TXT "v=spf1 -all" «a» «b»', fixed: '@ TXT "v=spf1 -all" b' },
  ],
});
