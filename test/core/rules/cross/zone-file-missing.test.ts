import rule from "../../../../server/src/core/rules/cross/zone-file-missing.ts";
import { CROSS_FILES as files } from "../../../support/crossFiles.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [
    "zones: { news.example.com: bare.zone }",
    "zones: { gone.example: fragment.zone }",
    "zones: { example.com: bare.zone }",
    "zones: {}",
    'zones: { example.com: "${env:Z}" }',
  ],
  reported: [
    {
      text: "zones: { gone.example: «none.zone» }",
      message: "`none.zone` is not there, so gone.example is not checked against DNS. Write the path from this file.",
    },
    {
      text: "zones: { exmaple.com: «bare.zone» }",
      message:
        "`bare.zone` holds the zone example.com, so exmaple.com is not checked. Name the file of exmaple.com, or write example.com here.",
      fixed: "zones: { example.com: bare.zone }",
    },
    { text: "zones: { example.com: bare.zone, example.net: «good.zone» }" },
    {
      text: "zones: { moved.example: «bare.zone» }",
      files: {
        "dns/moved.example.zone": "moved.example. 3600 SOA ns.example.net. h.example.net. 1 7200 3600 1209600 3600\n",
      },
      fixed: "zones: { moved.example: dns/moved.example.zone }",
    },
    { text: 'zones: { a.example: fragment.zone, Example.com: «"../x.zone"» }' },
    {
      text: "zones: { moved.example: «moved.example.zone» }",
      files: {
        "dns/moved.example.zone": "moved.example. 3600 SOA ns.example.net. h.example.net. 1 7200 3600 1209600 3600\n",
      },
      fixed: "zones: { moved.example: dns/moved.example.zone }",
    },
    { text: "zones:\n  a.example: «a.zone»\n  b.example: «/b.zone»\n" },
  ],
  files: { ...files, "fragment.zone": "www 3600 A 192.0.2.1\n" },
});
