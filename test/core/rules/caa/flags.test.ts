import rule from "../../../../server/src/core/rules/caa/flags.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: ['@ CAA 0 issue "ca.example.net"', '@ CAA 128 issue "ca.example.net"', '@ CAA 256 issue ";"', "@ CAA issue x"],
  reported: [
    {
      text: '@ CAA «1» issue "ca.example.net"',
      message: "Flags 1 set bits that authorities ignore. Write 0, or 128 to make the property critical.",
    },
    { text: '@ caa ( «129»\n issue "ca.example.net" )' },
    { text: '@ TYPE257 «2» issue ";"\n  CAA «64» iodef "mailto:a@example.com"' },
  ],
});
