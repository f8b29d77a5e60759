import rule from "../../../../server/src/core/rules/tls-rpt/owner.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com"',
    '_smtp._tls.news TXT "v=TLSRPTv1"',
    '* TXT "v=TLSRPTv1"',
  ],
  reported: [
    {
      text: '«_smtps._tls» TXT "v=TLSRPTv1; rua=mailto:a@example.com"',
      fixed: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com"',
    },
    {
      text: '«_tls._smtp» TXT "v=TLSRPTv1; rua=mailto:a@example.com"',
      message: "Senders look for TLS-RPT at `_smtp._tls` only, so no report comes. Move it to `_smtp._tls`.",
      fixed: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com"',
    },
    { text: '«@» TXT "v=TLSRPTv1"', fixed: '_smtp._tls TXT "v=TLSRPTv1"' },
    {
      text: '«SMTP.tls.example.com.» TXT ( "v=TLS"\n "RPTv1" )',
      fixed: '_smtp._tls.example.com. TXT ( "v=TLS"\n "RPTv1" )',
    },
    {
      text: "«_smtp_tls.news» TXT v=TLSRPTv1\n«news» TXT \\118=TLSRPTv1",
      fixed: "_smtp._tls.news TXT v=TLSRPTv1\nnews TXT \\118=TLSRPTv1",
    },
  ],
});
