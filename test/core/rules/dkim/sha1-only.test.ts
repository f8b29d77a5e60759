import rule from "../../../../server/src/core/rules/dkim/sha1-only.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    's1._domainkey TXT "v=DKIM1; h=sha256; p="',
    's1._domainkey TXT "h=sha1:sha256; p="',
    's1._domainkey TXT "p="',
  ],
  reported: [
    {
      text: 's1._domainkey TXT "v=DKIM1; h=«sha1»; p="',
      message: "`h=sha1` allows only a hash that verifiers refuse, so every signature fails. Write `h=sha256`.",
      fixed: 's1._domainkey TXT "v=DKIM1; h=sha256; p="',
    },
    { text: 's1._domainkey TXT ( "h = «SHA"\n "1»; p=" )', fixed: 's1._domainkey TXT ( "h = sha256; p=" )' },
    { text: 's1._domainkey TXT "h=«sha1:sha1»;p="\ns2._domainkey TXT "h=«sh\\0971» ;p="' },
  ],
});
