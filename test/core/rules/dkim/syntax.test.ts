import rule from "../../../../server/src/core/rules/dkim/syntax.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    // `dkim/version` says it.
    's1._domainkey TXT "V=DKIM1; P="',
    '*._domainkey TXT "v=DKIM1; p="',
    "s1._domainkey CNAME s1.example.net.",
    '_domainkey TXT "o=~; r=hostmaster@example.com"',
    '_domainkey TXT "anything at all"',
    's1._domainkey TXT "o=-; n=a policy of DomainKeys"',
    '_adsp._domainkey TXT "dkim=all"',
    '_report._domainkey TXT "ra=dkim; rr=all"',
    's1._domainkey TXT "v=DKIM1 ;k = rsa ; p= ; "',
    's1._domainkey TXT "v=DKIM1\\; k=rsa\\; p="',
    's1._domainkey TXT "v=DKIM1; p=AA =="',
    's1._domainkey TXT "v=DKIM1; n=free text, p=x; p="',
    's1._domainkey TXT "v=DKIM1; k=rsa; p=" ( "AAAA BBBB"\n "CCCC" )',
  ],
  reported: [
    {
      text: 's1._domainkey TXT "«mail.example.net.»"',
      message: "A host name is no key: verifiers read this text itself. Publish it as a CNAME instead of TXT.",
      fixed: "s1._domainkey CNAME mail.example.net.",
    },
    {
      text: 'dkim._domainkey TXT "«selector=\\"dkim\\" key=k3Jzexample»"',
      message:
        '`selector="dkim" key=k3Jzexample` is no key record, so verifiers find no key. Write `v=DKIM1; k=rsa; p=…`.',
    },
    {
      text: 's1._domainkey TXT "v=DKIM1; «k:rsa»; p="',
      message: "`k:rsa` is no `tag=value`, so verifiers drop the key. Write the tag, `=` and its value.",
      fixed: 's1._domainkey TXT "v=DKIM1; k=rsa; p="',
    },
    { text: 's1._domainkey TXT "v=DKIM1;«;» k=rsa; p="', fixed: 's1._domainkey TXT "v=DKIM1; k=rsa; p="' },
    { text: 's1._domainkey TXT "v=DKIM1« »k=rsa; p="', fixed: 's1._domainkey TXT "v=DKIM1; k=rsa; p="' },
    { text: 's1._domainkey TXT ( "v=DKIM1; «foo"\n " bar»; p=; «K:rsa»" )' },
    { text: 's1._domainkey TXT "v=DKIM1; «k-x»=rsa; p="' },
    { text: "s1._domainkey TXT «token»" },
  ],
});
