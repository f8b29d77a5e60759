import rule from "../../../../server/src/core/rules/tls-rpt/rua.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '_smtp._tls TXT "v=TLSRPTv1; rua:mailto:a@example.com"',
    '_smtp._tls TXT "v=TLSRPTv2;"',
    '_smtp._tls TXT "v=TLSRPTv1; rua=“mailto:a@example.com”"',
    '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com, https://example.com/r;"',
    "_smtp._tls TXT v=TLSRPTv1; rua=mailto:a@example.com",
    '_smtp._tls TXT "token"',
  ],
  reported: [
    {
      text: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com; «rua=mailto:b@example.com»"',
      message:
        "`rua` stands twice, and senders read one of the two at most. Write one, with a comma between the addresses.",
      fixed: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com,mailto:b@example.com"',
    },
    {
      text: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com«!10m»"',
      message:
        "TLS reports have no limit of size, so senders take `!` for a part of `mailto:a@example.com!10m`. Remove it.",
      fixed: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com"',
    },
    {
      text: '_smtp._tls TXT "v=TLSRPTv1; rua=«mailto://a@example.com»"',
      fixed: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com"',
    },
    {
      text: '_smtp._tls TXT "v=TLSRPTv1; «ruas»=mailto:t@example.com"',
      fixed: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@example.com"',
    },
    {
      text: '_smtp._tls TXT "v=TLSRPTv1; rua=«a@example.com»"',
      message:
        "`a@example.com` begins with neither `mailto:` nor `https:`, so nobody reports there. Write one of them.",
      fixed: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.com"',
    },
    {
      text: '_smtp._tls TXT "«v=TLSRPTv1»"',
      message: "Without `rua` senders have nowhere to report, and skip the record. Write `rua=mailto:…`.",
      fixed: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:postmaster@example.com"',
    },
    {
      text: '_smtp._tls TXT "v=TLSRPTv1; «rua=»;"',
      fixed: '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:postmaster@example.com;"',
    },
    { text: '_smtp._tls TXT ( "v=TLSRPTv1; rua=«http://exam"\n "ple.com/»,«mailto:a»" )' },
    { text: '_smtp._tls TXT "v=TLSRPTv1; rua=«mailto:a@b.example mailto:c@b.example»,«https:x»"' },
    { text: "_smtp._tls TXT v=TLSRPTv1\\;rua=«MAILTO\\058»" },
  ],
});
