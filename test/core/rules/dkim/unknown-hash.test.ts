import rule from "../../../../server/src/core/rules/dkim/unknown-hash.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    's1._domainkey TXT "v=DKIM1; h=sha256:sha512; p="',
    's1._domainkey TXT "h=sha1; p="',
    's1._domainkey TXT "h=SHA256;p="',
  ],
  reported: [
    {
      text: 's1._domainkey TXT "v=DKIM1; «h=rsa-sha256»; p="',
      message: "`h=rsa-sha256` allows no hash that signers use, so every signature fails. Write `h=sha256`.",
      fixed: 's1._domainkey TXT "v=DKIM1; p="',
    },
    { text: 's1._domainkey TXT ( "«h=sha"\n "512»; p=" )', fixed: 's1._domainkey TXT ( "p=" )' },
    {
      text: 's1._domainkey TXT "p=; «h=»"\ns2._domainkey TXT v=DKIM1\\;«h=md5»',
      fixed: 's1._domainkey TXT "p="\ns2._domainkey TXT v=DKIM1\\;h=md5',
    },
  ],
});
