import rule from "../../../../server/src/core/rules/zone/unterminated-string.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: ['@ TXT "v=spf1 -all"', String.raw`@ TXT "a \" b"`, '@ TXT ( "a"\n  "b" )', "@ TXT unquoted", '@ TXT "" ; "'],
  reported: [
    {
      text: '@ TXT «"v=spf1 -all»',
      message: 'This quote is not closed on its line, so servers refuse the zone. Close it with `"`.',
      fixed: '@ TXT "v=spf1 -all"',
    },
    { text: '@ TXT «"v=spf1 -all»\nwww A 192.0.2.1', fixed: '@ TXT "v=spf1 -all"\nwww A 192.0.2.1' },
    { text: '@ TXT "a" «"b»\n', fixed: '@ TXT "a" "b"\n' },
    { text: String.raw`@ TXT «"a \"»`, fixed: String.raw`@ TXT "a \""` },
    { text: '@ TXT «"a»\n@ TXT «"b»', fixed: '@ TXT "a"\n@ TXT «"b»'.replace(/[«»]/g, "") },
    { text: '@ TXT ( «"a )»\n', fixed: '@ TXT ( "a" )\n' },
  ],
});
