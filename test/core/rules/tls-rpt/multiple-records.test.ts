import rule from "../../../../server/src/core/rules/tls-rpt/multiple-records.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com"\n TXT "token"',
    '@ TXT "v=TLSRPTv1"\n TXT "v=TLSRPTv1"',
  ],
  reported: [
    {
      text: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com"\n_smtp._tls TXT «"v=TLSRPTv1; rua=mailto:b@example.com"»\n',
      message: "A second TLS-RPT record at this name: senders then act as if there were none. Keep one.",
      fixed: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com"\n',
    },
    { text: '_SMTP._tls TXT ( "v=TLSRPTv1" )\n TXT ( «"v=TLS"\n "RPTv1"» )\n TXT «\\118=TLSRPTv1»' },
    { text: "_smtp._tls TXT v=TLSRPTv1\n_smtp._tls TXT «v=TLSRPTv1»" },
  ],
});
