import rule from "../../../../server/src/core/rules/zone/invalid-name.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "www.example.com. A 192.0.2.1",
    `${"a".repeat(63)} A 192.0.2.1`,
    String.raw`a\046b A 192.0.2.1`,
    String.raw`a\.b A 192.0.2.1`,
    "@ A 192.0.2.1",
    String.raw`\# TXT x`,
    "& TXT x",
    "a,b TXT x",
  ],
  reported: [
    {
      text: "www.«.»example.com. A 192.0.2.1",
      message: "`www..example.com.` holds an empty label, so servers refuse the zone. Remove one dot.",
    },
    { text: `«${"a".repeat(64)}» A 192.0.2.1` },
    { text: `www.«${"\\098".repeat(64)}».${"a".repeat(63)} A 192.0.2.1` },
    { text: "www TXT é\n@ MX 10 a\\.b«\\12».example.com." },
    { text: `«${"a.".repeat(130)}» A 192.0.2.1` },
    {
      text: String.raw`a«\256»b A 192.0.2.1`,
      message: "`a\\256b` holds a broken escape, so servers refuse the zone. Write `\\` and three digits up to 255.",
    },
    { text: "@ MX ( 10\n  mail.«.»example.com. )\n«.»a A 192.0.2.1" },
  ],
});
