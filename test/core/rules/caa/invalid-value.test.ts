import rule from "../../../../server/src/core/rules/caa/invalid-value.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    '@ CAA 0 issue "{{ authority }}"',
    '@ CAA 0 issue "ca.example.net"',
    "@ CAA 0 issue ca.example.net",
    '@ CAA 0 issue ";"',
    '@ CAA 0 issue ""',
    '@ CAA 0 issue " ca.example.net ; account=230123 "',
    '@ CAA 0 issue "ca.example.net;"',
    '@ CAA 0 issue "; x=y"',
    '@ CAA 0 issue "ca.example.net; validationmethods=dns-01,http-01; accounturi=https://ca.example.net/acct/1"',
    '@ CAA 0 issue "ca.example.net\\; policy=ev"',
    '@ CAA 0 issuewild ";"',
    '@ CAA 0 issuemail "authority.example"',
    '@ CAA 0 iodef "mailto:security@example.com"',
    '@ CAA 0 iodef "https://iodef.example.com/"',
    '@ CAA 0 contactemail "domainowner@example.com"',
    '@ CAA 0 contactphone "+1-(555)-123.4567"',
    '@ CAA 0 tbs "anything at all"',
  ],
  reported: [
    {
      text: '@ CAA 0 issue "«https://ca.example.net»"',
      message:
        "`https://ca.example.net` is no domain of an authority, so nobody may issue. Write its name alone: `ca.example.net`.",
    },
    { text: '@ caa 0 ISSUE "«ca.example.net.»"' },
    { text: '@ CAA 0 issue "«Example CA»; x=y"' },
    { text: '@ CAA ( 0 issuemail\n "«c\\097_»" )' },
    { text: '@ CAA 0 issue "ca.example.net; «stuff»"' },
    { text: '@ CAA 0 issue "ca.example.net; a=b«;»"' },
    { text: '@ CAA 0 issue "ca.example.net; «accounturi=12»; «validationmethods=dns_01»"' },
    {
      text: '@ CAA 0 iodef "«security@example.com»"',
      message:
        "`security@example.com` is no address for reports, so none arrive. Write `mailto:` or `https:` before it.",
    },
    { text: '@ CAA 0 contactemail "«mailto:a@example.com»"\n  CAA 0 contactphone "«555 0100»"' },
  ],
});
