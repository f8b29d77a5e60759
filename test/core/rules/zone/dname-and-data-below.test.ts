import rule from "../../../../server/src/core/rules/zone/dname-and-data-below.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\nold DNAME new\nwww.new A 192.0.2.1",
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\nold DNAME new\nold A 192.0.2.1",
    "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\nold DNAME new\nbold A 192.0.2.1",
    "@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600\n@ NS ns1.example.net.\n@ DNAME example.net.\n@ MX 10 mail.example.net.",
    "@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600\n@ NS ns1.example.net.\n@ DNAME example.net.\nple28jlp3q5anh045ssk9f3u7ltd4qlc NSEC3 1 0 0 - ple28jlp3q5anh045ssk9f3u7ltd4qlc NS SOA DNAME",
  ],
  reported: [
    {
      text: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\nold DNAME new\n«www.old» A 192.0.2.1",
      message:
        "`www.old.example.com.` is below the DNAME of `old.example.com.`, so servers refuse the zone. Move the record or remove the DNAME.",
    },
    {
      text: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n«a.OLD» A 192.0.2.1\n«b.c.old.example.com.» TXT ( x\n)\nold dname new",
    },
    {
      text: "@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\nold DNAME new\n$ORIGIN old.example.com.\n«www» A 192.0.2.1\n  «MX 10 mail.example.com.»",
    },
  ],
});
