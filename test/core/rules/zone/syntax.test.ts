import rule from "../../../../server/src/core/rules/zone/syntax.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "www 3600 IN A 192.0.2.1",
    "www IN 3600 A 192.0.2.1",
    "; a comment",
    "   ; an indented comment\nwww A 192.0.2.1",
  ],
  reported: [
    { text: "www 3600 «IN»", message: "`IN` cannot stand here, so servers refuse the zone. Expected: a record type." },
    { text: "«www»\nmail A 192.0.2.1" },
    { text: "www ( 3600\n  «IN» )" },
    { text: "«www»\n«ftp»" },
  ],
});
