import rule from "../../../../server/src/core/rules/dmarc/external-reports.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com, mailto:b@mail.example.com"',
    '_dmarc.news TXT "v=DMARC1; p=none; rua=mailto:a@Example.com"',
    '_dmarc TXT "v=DMARC1; p=none; rua=a@example.net"',
    '*._report._dmarc TXT "v=DMARC1; rua=mailto:a@example.net"',
    '_dmarc TXT "v=DMARC1; p=none; rua=https://example.net/"',
    // Who reads reports for others consents to it.
    '_dmarc TXT "v=DMARC1; p=none; rua=mailto:x1@ag.dmarcian.com,mailto:dmarc_agg@VALI.email,mailto:re+a@dmarc.postmarkapp.com; ruf=mailto:d@ruf.agari.com"',
    '_dmarc TXT "v=DMARC1; p=quarantine; rua=mailto:dmarc_rua@onsecureserver.net,mailto:mailauth-reports@qq.com,mailto:dmarc-a1@forwardemail.net"',
    '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:a@ar.glockapps.com,mailto:a@in.mailhardener.com,mailto:reports@dmarc.cyber.dhs.gov; ruf=mailto:a@ruf.dmp.cisco.com"',
  ],
  reported: [
    {
      text: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com,«mailto:a@example.net»"',
      message:
        "Reports to example.net need its consent, a TXT `v=DMARC1` at example.com._report._dmarc.example.net. Else none come.",
      fixed: '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com"',
    },
    {
      text: '_dmarc.news TXT ( "v=DMARC1; p=none; ruf=«mailto:a@exam"\n "ple.net»; t=n" )',
      fixed: '_dmarc.news TXT ( "v=DMARC1; p=none; t=n" )',
    },
    { text: '_dmarc TXT "v=DMARC1; rua=«mailto:a@notdmarcian.com»"' },
    { text: '_dmarc TXT "v=DMARC1; rua=«mailto:a@Example.NET», «mailto\\058a@example.org!5m»"' },
    {
      text: '_dmarc TXT "v=DMARC1; p=none"\n_dmarc.news TXT "v=DMARC1; p=none; psd=n; rua=«mailto:a@example.com»"',
    },
  ],
});

testRule(rule, {
  origin: "gov.example.",
  clean: [
    '_dmarc TXT "v=DMARC1; psd=y; p=none"\n_dmarc.a TXT "v=DMARC1; p=none; rua=mailto:a@b.gov.example"\na.gov.example._report._dmarc.b TXT "v=DMARC1"',
    '_dmarc TXT "v=DMARC1; psd=y; p=none"\n_dmarc.a TXT "v=DMARC1; p=none; rua=mailto:a@b.gov.example"\n*._report._dmarc.b TXT "v=DMARC1"',
  ],
  reported: [
    { text: '_dmarc TXT "v=DMARC1; psd=y; p=none"\n_dmarc.a TXT "v=DMARC1; p=none; rua=«mailto:a@b.gov.example»"' },
  ],
});
