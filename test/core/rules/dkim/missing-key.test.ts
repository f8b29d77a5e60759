import rule from "../../../../server/src/core/rules/dkim/missing-key.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    's1._domainkey TXT "v=DKIM2; k=rsa"',
    's1._domainkey TXT "v=DKIM1; k"',
    // `dkim/syntax` says it.
    's._domainkey TXT "v=DKIM1; k=rsa; p:MIIB"',
    '*._domainkey TXT "v=DKIM1; p="',
    "s1._domainkey CNAME s1.example.net.",
    '_domainkey TXT "o=~; r=hostmaster@example.com"',
    '_domainkey TXT "anything at all"',
    's1._domainkey TXT "o=-; n=a policy of DomainKeys"',
    '_adsp._domainkey TXT "dkim=all"',
    '_report._domainkey TXT "ra=dkim; rr=all"',
    's1._domainkey TXT "v=DKIM1; p="',
    's1._domainkey TXT "p=AAAA"',
    "s1._domainkey TXT v=DKIM1; k=rsa; p=AAAA",
  ],
  reported: [
    {
      text: 's1._domainkey TXT "«v=DKIM1; k=rsa»"',
      message: "No `p` tag, so verifiers find no key here. Add `p=` and the public key in base64.",
    },
    { text: 'dkim._domainkey TXT "«selector=\\"dkim\\" key=k3Jz»"' },
    { text: 's1._domainkey TXT ( "«v=DKIM1;"\n "P=AAAA»" )' },
    { text: "s1._domainkey TXT «v=DKIM1\\;k=rsa»\ns2._domainkey TXT «v=DKIM1»" },
  ],
});
