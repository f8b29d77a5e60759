import rule from "../../../../server/src/core/rules/zone/line-ends.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: ["www A 192.0.2.1\nftp A 192.0.2.2\n", "www A 192.0.2.1", '@ TXT "a\\rb"\n'],
  reported: [
    {
      text: "www A 192.0.2.1«\r\n»",
      message: "Lines end with CR LF here, and Knot refuses such a file. Change the file's line ends to LF.",
    },
    { text: "www A 192.0.2.1\nftp A 192.0.2.2«\r\n»mail A 192.0.2.3\r\n" },
    { text: "@ MX («\r\n» 10 mail )\r\n" },
  ],
});
