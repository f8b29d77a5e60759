import rule from "../../../../server/src/core/rules/zone/placeholder.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600",
    "@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600\nwww CNAME example.invalid.",
    "@ NS ns.invalid.example.",
  ],
  reported: [
    {
      text: "@ SOA «REPLACE&ME$WITH^YOUR@NAMESERVER.» hostmaster 1 7200 3600 1209600 3600",
      message:
        "`REPLACE&ME$WITH^YOUR@NAMESERVER.` is a placeholder of the export, and no such server exists. Write the name of a name server.",
    },
    { text: "@ NS «replace&me$with^your@nameserver.»\n@ NS REPLACE&ME$WITH^YOUR@NAMESERVER." },
    { text: "@ SOA ( «example.invalid.»\n hostmaster 1 7200 3600 1209600 3600 )\n@ NS example.invalid." },
    { text: "@ NS «example.invalid.»" },
  ],
});
