import rule from "../../../../server/src/core/rules/dkim/obsolete-granularity.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: ['s1._domainkey TXT "v=DKIM1; p="', 's1._domainkey TXT "G=*; p="', '; "v=DKIM1; g=*; p="'],
  reported: [
    {
      text: 's1._domainkey TXT "v=DKIM1; «g=*»; p="',
      message: "`g` is gone from DKIM and ignored; old verifiers let it limit the key. Remove it.",
      fixed: 's1._domainkey TXT "v=DKIM1; p="',
    },
    { text: 's1._domainkey TXT ( "p=; «g"\n "=»" )', fixed: 's1._domainkey TXT ( "p=" )' },
    { text: "s1._domainkey TXT «\\103=x»\\;p=\ns2._domainkey TXT p=\\;«g=y»" },
  ],
});
