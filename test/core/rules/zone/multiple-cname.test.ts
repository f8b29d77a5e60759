import rule from "../../../../server/src/core/rules/zone/multiple-cname.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "{% if a %}\nwww CNAME a\n{% else %}\nwww CNAME b\n{% endif %}",
    "www CNAME a.example.net.\nww2 CNAME b.example.net.",
    "www CNAME a\nwww CNAME A.example.com.",
    "www A 192.0.2.1\nwww A 192.0.2.2",
  ],
  reported: [
    {
      text: "old DNAME a.example.net.\nold «DNAME» b.example.net.",
      message: "The names below `old.example.com.` lead elsewhere already, so servers refuse the zone. Keep one DNAME.",
    },
    {
      text: "www CNAME a.example.net.\nwww «CNAME» b.example.net.",
      message: "`www.example.com.` is an alias of another name already, so servers refuse the zone. Keep one CNAME.",
    },
    { text: "WWW CNAME a.example.net.\nwww.example.com. «cname» ( b.example.net.\n)" },
    { text: "www CNAME a.example.net.\n  «CNAME» b.example.net.\n  «CNAME» c.example.net." },
  ],
});
