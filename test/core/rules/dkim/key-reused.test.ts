import rule from "../../../../server/src/core/rules/dkim/key-reused.ts";
import { ed25519Key, rsaKey } from "../../../support/keys.ts";
import { testRule } from "../../../support/testRule.ts";

const { raw } = ed25519Key();
const { spki } = rsaKey(512);

testRule(rule, {
  origin: "example.com.",
  clean: [
    's1._domainkey TXT "v=DKIM1; p="\ns2._domainkey TXT "v=DKIM1; p="',
    `s1._domainkey TXT "p=${raw}"\ns2._domainkey TXT "p=${spki}"`,
    `s1._domainkey TXT "p=${raw}"\ns1._domainkey.news TXT "p=${raw}"`,
    `s1._domainkey TXT "p=${raw}"\ns2._domainkey.news TXT "p=${raw}"`,
    `s1._domainkey TXT "p=${raw}"\ns1._domainkey TXT "p=${raw}"`,
    "s1._domainkey CNAME x.example.net.\ns2._domainkey CNAME x.example.net.",
  ],
  reported: [
    {
      text: `s1._domainkey TXT "v=DKIM1; k=ed25519; p=${raw}"\ns2._domainkey TXT «"k=ed25519; p=${raw}"»`,
      message: "The same key is at s1._domainkey, so one leak breaks both selectors. Make a key for each.",
    },
    {
      text: `$ORIGIN _domainkey.example.com.\nS1 TXT p=${spki}\ns2 TXT ( «"p=${spki.slice(0, 9)} "\n "${spki.slice(9)}; t=s"» )`,
    },
    { text: `a._domainkey TXT "p=${raw}"\nb._DOMAINKEY TXT «"\\112=${raw}"»\nc._domainkey TXT «"p = ${raw} "»` },
  ],
});
