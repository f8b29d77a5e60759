import rule from "../../../../server/src/core/rules/mta-sts/policy-mx.ts";
import { testRule } from "../../../support/testRule.ts";

const FILES = {
  ".mailconfig.yaml": "zones: { example.com: example.com.zone }",
  "example.com.zone": "@ MX 10 MX1\n@ MX 20 mx2.example.net.\n@ MX 30 mx1",
};

testRule(rule, {
  clean: [
    "mode: enforce\nmx: mx1.example.com\nmx:*.example.net",
    "mode: none",
    "mx: MX1.Example.COM",
    "mx: xn--bcher-kva.example",
    "mode: testing\nMX: mx1.example.com",
    "mode: None",
    "Mode: none",
    "mode=none",
  ],
  reported: [
    {
      text: "mx: «https://mx1.example.com/»",
      message: "`https://mx1.example.com/` is a URL, and senders compare host names. Write the name alone.",
      fixed: "mx: mx1.example.com",
    },
    { text: "mx: «smtp://192.0.2.1»" },
    { text: "mx: «mx1.example.com:25»", fixed: "mx: mx1.example.com" },
    {
      text: "mx: «192.0.2.1»\nmx: «2001:db8::1»\nmx: «[192.0.2.1]»",
      message: "`192.0.2.1` is an address, and senders compare names. Write the name that the MX record has.",
    },
    { text: "mx: «10 mx1.example.com.»", fixed: "mx: mx1.example.com" },
    { text: "mx: «mx1.example.com, mx2.example.com»", fixed: "mx: mx1.example.com\nmx: mx2.example.com" },
    {
      text: "mx: «*mail.example.com»",
      message:
        "In `*mail.example.com` the `*` is not the whole first label, so senders ignore the policy. Write `*.` and a name.",
      fixed: "mx: *.mail.example.com",
    },
    { text: "mx: «mail.*.example.com»\nmx: «*.*.example.com»" },
    { text: "mx: «.example.com»", fixed: "mx: *.example.com" },
    { text: "mx: «mx1.example.com.»", fixed: "mx: mx1.example.com" },
    { text: "mx: «bücher.example»", fixed: "mx: xn--bcher-kva.example" },
    { text: "mx: «mx_1.example.com»\nmx: «a..b»\nmx: «*»" },
    { text: "«mx:»" },
    { text: 'mx: «"mx1.example.com"»', fixed: "mx: mx1.example.com" },
    { text: "mx: «mx1.example.com;»", fixed: "mx: mx1.example.com" },
    { text: "mx: «<mx1.example.com>»", fixed: "mx: mx1.example.com" },
    {
      text: "mx: «mx1»",
      message: "`mx1` is one label, and senders compare whole names. Write the name that the MX record has.",
      files: FILES,
      fixed: "mx: mx1.example.com",
    },
    { text: "«version: STSv1»\nmax_age: 604800" },
    {
      text: "«mode: enforce»\nmax_age: 604800",
      message: "No `mx` line: the policy names no host that mail may go to. Write one for each MX of the domain.",
    },
    {
      text: "«mode: enforce»\r\nmax_age: 604800",
      files: FILES,
      fixed: "mode: enforce\r\nmx: mx1.example.com\r\nmx: mx2.example.net\r\nmax_age: 604800",
    },
  ],
});
