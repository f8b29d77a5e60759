import rule from "../../../../server/src/core/rules/dkim/multiple-records.ts";
import { rsaKey } from "../../../support/keys.ts";
import { testRule } from "../../../support/testRule.ts";

const key = rsaKey(2048).spki;
const [head, tail] = [key.slice(0, 200), key.slice(200)];

testRule(rule, {
  origin: "example.com.",
  clean: [
    's1._domainkey TXT "v=DKIM1; p="\ns2._domainkey TXT "v=DKIM1; p="',
    's1._domainkey TXT "v=DKIM1; p="\n TXT "a note"',
    '_domainkey TXT "o=~"\n TXT "o=-"',
    '@ TXT "v=DKIM1; p="\n TXT "v=DKIM1; p=AAAA"',
    `s1._domainkey TXT "v=DKIM1; p=${head}" "${tail}"`,
  ],
  reported: [
    {
      text: 's1._domainkey TXT "v=DKIM1; p="\ns1._domainkey TXT «"v=DKIM1; p=AAAA"»',
      message: "A second key at this selector: verifiers take either, or none. Give it a selector of its own.",
      fixed: 's1._domainkey TXT "v=DKIM1; p="\n',
    },
    {
      text: 'S1._domainkey TXT "p="\n TXT ( «"v=DKIM1;"\n "p=AAAA"» )\n TXT «"k=rsa; p=BBBB"»',
      fixed: 'S1._domainkey TXT "p="\n TXT "k=rsa; p=BBBB"',
    },
    {
      text: `s1._domainkey TXT "v=DKIM1; p=${head}"\ns1._domainkey TXT «"${tail}"»\n`,
      message: "This key is cut into several records, and verifiers read one alone. Join them into one record.",
      fixed: `s1._domainkey TXT "v=DKIM1; p=${head}" "${tail}"\n`,
    },
  ],
});
