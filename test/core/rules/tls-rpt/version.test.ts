import rule from "../../../../server/src/core/rules/tls-rpt/version.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '_smtp._tls TXT "v=TLSRPTv1;rua=mailto:a@example.com;"',
    '_smtp._tls TXT "v=TLSRPTv1 ; rua=mailto:a@example.com ; ext-1.x = y"',
    '_smtp._tls TXT "token"',
    '_smtp._tls TXT "v=TLS" "RPTv1"',
  ],
  reported: [
    {
      text: '_smtp._tls TXT "v« = »TLSRPTv1; rua=mailto:a@example.com"',
      message: "No blank may stand beside the `=`, so senders do not see this tag. Write `v=TLSRPTv1`.",
      fixed: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com"',
    },
    {
      text: '_smtp._tls TXT "v=TLSRPTv1; rua« "\n "=»mailto:a@example.com" )'.replace("TXT ", "TXT ( "),
      fixed: '_smtp._tls TXT ( "v=TLSRPTv1; rua=mailto:a@example.com" )',
    },
    {
      text: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com;«mailto:b@example.com»"',
      message: "A semicolon ends the tag, so senders skip the record. Write a comma before `mailto:b@example.com`.",
      fixed: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com,mailto:b@example.com"',
    },
    {
      text: '_smtp._tls TXT "«mailto:a@example.com»"',
      message:
        "Senders skip this text: at `_smtp._tls` only a record counts. Write one, `v=TLSRPTv1; rua=…`, or move the text.",
    },
    {
      text: '_smtp._tls TXT "v=TLSRPTv1; «rua:mailto:a@example.com»"',
      fixed: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com"',
    },
    {
      text: '_smtp._tls TXT "«v=TLSRPT1»; rua=mailto:a@example.com"',
      message: "`v=TLSRPT1` is not the version, so senders skip the record. Write `v=TLSRPTv1`, letter by letter.",
      fixed: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com"',
    },
    { text: '_smtp._tls TXT ( "«v=tlsrpt"\n "v1»; rua=x" )', fixed: '_smtp._tls TXT ( "v=TLSRPTv1; rua=x" )' },
    {
      text: '_smtp._tls TXT "rua=mailto:a@example.com; «v=TLSRPTv1»"',
      fixed: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com"',
    },
    {
      text: '_smtp._tls TXT "«rua=mailto:a@example.com»"',
      fixed: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com"',
    },
    {
      text: '_smtp._tls TXT "v=TLSRPTv1« »rua=mailto:a@example.com"',
      fixed: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com"',
    },
    { text: "_smtp._tls TXT «v=TLSRPTv2»\n_smtp._tls.b TXT «\\118=TLSRPT»" },
  ],
});
