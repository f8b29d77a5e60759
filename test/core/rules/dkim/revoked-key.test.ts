import rule from "../../../../server/src/core/rules/dkim/revoked-key.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    '*._domainkey TXT "v=DKIM1; p="',
    's1._domainkey TXT "v=DKIM1; p=AAAA"',
    'example.com. TXT "v=DKIM1; p="',
    '_adsp._domainkey TXT "p="',
  ],
  reported: [
    {
      text: 's1._domainkey TXT "v=DKIM1; «p=»"',
      message: "The empty `p` revokes this key: mail signed with it fails. Write the key here if it is in use.",
    },
    { text: 's1._DomainKey TXT ( "v=DKIM1; «p"\n "=» ;" )' },
    { text: 's1._domainkey TXT v=DKIM1\\;«p=»\ns2._domainkey TXT "v=DKIM1; «\\112 =»; "' },
  ],
});
