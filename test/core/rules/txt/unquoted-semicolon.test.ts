import rule from "../../../../server/src/core/rules/txt/unquoted-semicolon.ts";
import { RSA_2048 } from "../../../support/keys.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ TXT "v=spf1 mx  a  -all"',
    '_dmarc TXT "v=DMARC1\\; p=none\\;"',
    's._domainkey TXT "v=DKIM1; p=MIG AA =="',
    's._domainkey TXT "v=DKIM1; k=rsa; p="',
    '*._report._dmarc TXT "v=DMARC1;"',
    '@ TXT ( "v=spf1 include:_spf.exam"\n "ple.com -all" )',
    '@ TXT "v=spf1 mx -all" ; v=spf1; p=none',
    "_dmarc TXT v=DMARC1\\;p=none",
    "_dmarc TXT v=DMARC1 ; the policy",
    "@ TXT hello; a=b",
    "@ TXT v=spf1 ; a=b",
    '_dmarc TXT "v=DMARC1" ; p=none',
  ],
  reported: [
    { text: String.raw`_dmarc TXT v=DMARC1«;\032p=none»`, fixed: String.raw`_dmarc TXT "v=DMARC1;\032p=none"` },
    {
      text: `s._domainkey TXT v=DKIM1«; p=${RSA_2048}»`,
      fixed: `s._domainkey TXT "v=DKIM1; p=${RSA_2048.slice(0, 184)}" "${RSA_2048.slice(184)}"`,
    },
    {
      text: "_dmarc TXT v=DMARC1«; p=none»",
      message: "An unquoted `;` begins a comment, so receivers do not see `p=none`. Quote the whole value.",
      fixed: '_dmarc TXT "v=DMARC1; p=none"',
    },
    {
      text: "_dmarc TXT V=dmarc1«;P=none;sp=none» ; our policy",
      fixed: '_dmarc TXT "V=dmarc1;P=none;sp=none" ; our policy',
    },
    { text: "s._domainkey TXT ( v=DKIM1«; k=rsa»\n )", fixed: 's._domainkey TXT ( "v=DKIM1; k=rsa"\n )' },
    { text: "_mta-sts TXT v=STSv1«; id=1;»", fixed: '_mta-sts TXT "v=STSv1; id=1;"' },
    {
      text: "_smtp._tls TXT v=TLSRPTv1«; rua=mailto:a@example.com»\nx._bimi TXT v=BIMI1«; l=;»",
      fixed: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com"\nx._bimi TXT v=BIMI1; l=;',
    },
  ],
});
